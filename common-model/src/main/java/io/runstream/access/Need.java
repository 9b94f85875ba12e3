package io.runstream.access;

/** What an operation asks for, of the experiment or registered model that it touches. */
public enum Need {
    READ,
    USE,
    UPDATE,
    DELETE,
    MANAGE
}
