@NullMarked
package io.runstream.bench.report;

import org.jspecify.annotations.NullMarked;
