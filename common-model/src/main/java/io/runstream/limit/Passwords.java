package io.runstream.limit;

import io.runstream.error.AccessErrors;

/** What may be a password. */
public final class Passwords {
    public static final int LEAST_CHARACTERS = 12;
    public static final int MOST_CHARACTERS = 1_024;

    private Passwords() {}

    /**
     * @return the password
     * @throws io.runstream.error.ApiException 400 if it is too short or too long
     */
    public static String check(String password) {
        if (password.codePointCount(0, password.length()) < LEAST_CHARACTERS) {
            throw AccessErrors.passwordTooShort(LEAST_CHARACTERS);
        }
        if (password.length() > MOST_CHARACTERS) {
            throw AccessErrors.passwordTooLong(MOST_CHARACTERS);
        }
        return password;
    }
}
