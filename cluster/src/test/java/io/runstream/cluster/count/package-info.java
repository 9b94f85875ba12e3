@NullMarked
package io.runstream.cluster.count;

import org.jspecify.annotations.NullMarked;
