/** What lies between processes, and can be cut: TCP relays on loopback. */
@NullMarked
package io.runstream.cluster.way;

import org.jspecify.annotations.NullMarked;
