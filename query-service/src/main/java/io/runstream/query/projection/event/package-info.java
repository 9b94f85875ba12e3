/** What a projector reads: records of the tracking topic, decoded and checked. */
@NullMarked
package io.runstream.query.projection.event;

import org.jspecify.annotations.NullMarked;
