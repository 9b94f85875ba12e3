/** Rows in memory: as they were, and as a batch leaves them. */
@NullMarked
package io.runstream.query.projection.fold.overlay;

import org.jspecify.annotations.NullMarked;
