package io.runstream.api;

/** The words for whether something was deleted. Nothing is ever removed by a deletion. */
public final class LifecycleStage {
    public static final String ACTIVE = "active";
    public static final String DELETED = "deleted";

    private LifecycleStage() {}

    public static String of(boolean deleted) {
        return deleted ? DELETED : ACTIVE;
    }
}
