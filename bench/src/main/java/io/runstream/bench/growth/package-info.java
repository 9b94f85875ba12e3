@NullMarked
package io.runstream.bench.growth;

import org.jspecify.annotations.NullMarked;
