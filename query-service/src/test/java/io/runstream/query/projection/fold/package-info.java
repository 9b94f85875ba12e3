@NullMarked
package io.runstream.query.projection.fold;

import org.jspecify.annotations.NullMarked;
