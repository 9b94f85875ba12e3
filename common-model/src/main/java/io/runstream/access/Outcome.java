package io.runstream.access;

/** What an event has changed in the directory. */
public sealed interface Outcome {
    Outcome DONE = new Done();

    /** The user is there now. */
    record Created(User user) implements Outcome {}

    /** Done, or it had been done before. */
    record Done() implements Outcome {}

    /** Nothing has changed. */
    record Refused(Reason reason) implements Outcome {}

    enum Reason {
        USER_EXISTS,
        NO_SUCH_USER,
        LAST_ADMINISTRATOR,
        GRANT_EXISTS,
        NO_SUCH_GRANT,
        /** Nothing that this version knows. */
        UNKNOWN_EVENT
    }
}
