/** What goes wrong, on purpose, and whether the cluster bears it. */
@NullMarked
package io.runstream.cluster.fault;

import org.jspecify.annotations.NullMarked;
