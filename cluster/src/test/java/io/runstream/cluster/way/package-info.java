@NullMarked
package io.runstream.cluster.way;

import org.jspecify.annotations.NullMarked;
