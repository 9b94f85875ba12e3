/** Rows of logged models, and what becomes of them. Knows nothing of runs and experiments. */
@NullMarked
package io.runstream.query.projection.fold.model;

import org.jspecify.annotations.NullMarked;
