package io.runstream.access;

/** All things of a kind, those to come included. */
public enum Every implements Grantable {
    EXPERIMENT,
    REGISTERED_MODEL
}
