@NullMarked
package io.runstream.cluster.load;

import org.jspecify.annotations.NullMarked;
