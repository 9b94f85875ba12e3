package io.runstream.kit.access;

/**
 * Who sent a request.
 *
 * @param name empty if nobody was asked for their name
 * @param administrator may do everything
 */
public record Caller(String name, boolean administrator) {
    /** Somebody who was not asked for their name. May do everything while authentication is off, and nothing while it is on. */
    public static final Caller ANYONE = new Caller("", false);
}
