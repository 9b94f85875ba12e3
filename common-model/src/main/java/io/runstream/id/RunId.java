package io.runstream.id;

import io.runstream.error.RunErrors;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of a run: 32 lower-case hex digits on the wire, a UUID in Postgres.
 *
 * <p>MLflow lets an id be any word of up to 256 letters, digits, {@code _} and {@code -}, but only its server makes
 * them, always in this form: a word in another form is legal and names no run.
 */
public record RunId(UUID value) {
    private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9][\\w\\-]{0,255}", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int LENGTH = 32;

    /** Empty if no run can have that id. */
    public static Optional<RunId> find(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return Optional.empty();
            }
        }
        return Optional.of(new RunId(new UUID(
                Long.parseUnsignedLong(text, 0, LENGTH / 2, 16),
                Long.parseUnsignedLong(text, LENGTH / 2, LENGTH, 16))));
    }

    /**
     * The id of an existing run, as a request names it.
     *
     * @throws io.runstream.error.ApiException 404 if no run can have that id
     */
    public static RunId parse(String text) {
        return find(text).orElseThrow(() -> RunErrors.notFound(text));
    }

    /** Whether MLflow lets a run have that id; {@code runs/log-batch} asks before it looks for the run. */
    public static boolean isLegal(String text) {
        return LEGAL.matcher(text).matches();
    }

    /** 32 hex digits. */
    @Override
    public String toString() {
        StringBuilder hex = new StringBuilder(LENGTH);
        appendHex(hex, value.getMostSignificantBits());
        appendHex(hex, value.getLeastSignificantBits());
        return hex.toString();
    }

    private static void appendHex(StringBuilder to, long bits) {
        for (int shift = Long.SIZE - 4; shift >= 0; shift -= 4) {
            to.append(Character.forDigit((int) (bits >>> shift) & 0xf, 16));
        }
    }
}
