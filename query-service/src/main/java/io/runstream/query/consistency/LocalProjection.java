package io.runstream.query.consistency;

/** What of the log this very process projects, and so reports without being asked. */
interface LocalProjection {
    boolean projects(int partition);
}
