@NullMarked
package io.runstream.bench.workload;

import org.jspecify.annotations.NullMarked;
