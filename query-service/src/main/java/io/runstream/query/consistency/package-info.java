/** Reads that see every write acknowledged before them. */
@NullMarked
package io.runstream.query.consistency;

import org.jspecify.annotations.NullMarked;
