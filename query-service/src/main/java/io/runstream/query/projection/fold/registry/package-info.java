/**
 * What the events under the key of the model registry do to rows. The rules of {@link io.runstream.query.projection.fold}
 * hold here too.
 */
@NullMarked
package io.runstream.query.projection.fold.registry;

import org.jspecify.annotations.NullMarked;
