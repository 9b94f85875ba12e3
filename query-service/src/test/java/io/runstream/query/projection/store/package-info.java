@NullMarked
package io.runstream.query.projection.store;

import org.jspecify.annotations.NullMarked;
