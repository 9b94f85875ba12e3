package io.runstream.kit.access;

/** What a route asks of its caller. */
public enum Guard {
    /** Nothing, not even a name. */
    PUBLIC,
    /** A name: what it does concerns nobody else, or everybody may. */
    AUTHENTICATED,
    ADMINISTRATOR,
    /** That it is about the caller, or the caller is an administrator. */
    SELF_OR_ADMINISTRATOR,
    /** A name; the answer holds only what the caller may read. */
    SEARCH,
    EXPERIMENT_READ,
    EXPERIMENT_UPDATE,
    EXPERIMENT_DELETE,
    EXPERIMENT_MANAGE,
    MODEL_READ,
    MODEL_UPDATE,
    MODEL_DELETE,
    MODEL_MANAGE
}
