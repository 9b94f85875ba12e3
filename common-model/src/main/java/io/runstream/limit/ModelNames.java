package io.runstream.limit;

import io.runstream.api.request.JsonText;
import io.runstream.error.RegistryErrors;
import io.runstream.error.RequestErrors;

/** What a registered model may be called: its name stands in URIs like {@code models:/name/1}. */
public final class ModelNames {
    private ModelNames() {}

    /** @throws io.runstream.error.ApiException 400 */
    public static String check(String name) {
        return check(name, "name");
    }

    /**
     * The name that a model is to get.
     *
     * @throws io.runstream.error.ApiException 400
     */
    public static String checkNew(String name) {
        return check(name, "new_name");
    }

    private static String check(String name, String field) {
        if (name.isBlank()) {
            throw RegistryErrors.blank(field);
        }
        if (name.indexOf('/') >= 0 || name.indexOf(':') >= 0) {
            throw RegistryErrors.badName(name);
        }
        String resolved = Keys.normalizedPath(name);
        if (!resolved.equals(name) || resolved.equals(".") || resolved.startsWith("..")) {
            throw RequestErrors.badPath("name", JsonText.quote(name), resolved);
        }
        if (Limits.exceeds(name, Limits.REGISTERED_MODEL_NAME_LENGTH)) {
            throw RequestErrors.tooLong("name", Limits.REGISTERED_MODEL_NAME_LENGTH);
        }
        return name;
    }
}
