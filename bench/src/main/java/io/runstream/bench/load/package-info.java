@NullMarked
package io.runstream.bench.load;

import org.jspecify.annotations.NullMarked;
