package io.runstream.query.projection.event;

import io.runstream.event.v1.TrackingEvent;

/** An event was given to whom it is not about: a defect of this program. {@link EventSubject} says whom events are about. */
public final class ForeignEventException extends IllegalArgumentException {
    public ForeignEventException(TrackingEvent event) {
        super("Not about this: " + event.getEventCase());
    }
}
