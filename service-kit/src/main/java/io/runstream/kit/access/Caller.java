package io.runstream.kit.access;

/**
 * Who sent a request.
 *
 * @param name empty if nobody is asked for their name
 * @param administrator may do everything
 */
public record Caller(String name, boolean administrator) {
    /** Every caller, while authentication is off. */
    public static final Caller ANYONE = new Caller("", true);
}
