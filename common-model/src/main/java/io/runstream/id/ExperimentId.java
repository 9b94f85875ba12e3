package io.runstream.id;

import io.runstream.error.ExperimentErrors;

/**
 * The id of an experiment: a whole number, written as a string on the wire.
 *
 * @param value not negative in an id that was assigned
 */
public record ExperimentId(long value) {
    /** The experiment that always exists. */
    public static final ExperimentId DEFAULT = new ExperimentId(0);

    /** @throws io.runstream.error.ApiException 400 if it is no whole number */
    public static ExperimentId parse(String text) {
        try {
            return new ExperimentId(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            throw ExperimentErrors.invalidId(text);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
