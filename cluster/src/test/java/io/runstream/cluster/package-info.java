@NullMarked
package io.runstream.cluster;

import org.jspecify.annotations.NullMarked;
