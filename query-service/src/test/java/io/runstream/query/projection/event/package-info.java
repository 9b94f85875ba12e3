@NullMarked
package io.runstream.query.projection.event;

import org.jspecify.annotations.NullMarked;
