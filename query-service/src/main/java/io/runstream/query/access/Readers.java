package io.runstream.query.access;

import io.runstream.kit.access.AccessControl;
import io.runstream.kit.access.CurrentCaller;
import jakarta.inject.Singleton;

/** Tells who reads. */
@Singleton
public class Readers {
    private final CurrentCaller caller;
    private final AccessControl access;
    private final ExperimentsOfRuns experiments;

    Readers(CurrentCaller caller, AccessControl access, ExperimentsOfRuns experiments) {
        this.caller = caller;
        this.access = access;
        this.experiments = experiments;
    }

    /** Who sent the request at hand. To be asked before the first asynchronous step. */
    public Reader current() {
        return new Reader(caller.get(), access, experiments);
    }
}
