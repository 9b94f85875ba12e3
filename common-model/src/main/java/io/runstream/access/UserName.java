package io.runstream.access;

import io.runstream.error.AccessErrors;
import java.text.Normalizer;
import java.util.Optional;

/**
 * What somebody is called: compared character by character, after composition (NFC), so that two ways to type the same name
 * are the same name.
 *
 * @param value never empty; without colons, which end the name in HTTP basic authentication, and control characters
 */
public record UserName(String value) {
    public static final int MOST_CHARACTERS = 255;

    /** @throws io.runstream.error.ApiException 400 if it can't be a name */
    public UserName {
        value = Normalizer.normalize(value, Normalizer.Form.NFC);
        if (value.isEmpty()) {
            throw AccessErrors.credentialsEmpty();
        }
        if (!isLegal(value)) {
            throw AccessErrors.badUsername(MOST_CHARACTERS);
        }
    }

    /** @return empty if it can't be anybody's name */
    public static Optional<UserName> tryParse(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return composed.isEmpty() || !isLegal(composed) ? Optional.empty() : Optional.of(new UserName(composed));
    }

    private static boolean isLegal(String composed) {
        return composed.length() <= MOST_CHARACTERS
                && composed.codePoints().noneMatch(c -> c == ':' || Character.isISOControl(c));
    }

    @Override
    public String toString() {
        return value;
    }
}
