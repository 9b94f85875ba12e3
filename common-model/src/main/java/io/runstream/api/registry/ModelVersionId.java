package io.runstream.api.registry;

import io.runstream.api.request.RequestFields;
import io.runstream.error.RegistryErrors;
import io.runstream.limit.ModelNames;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Names a version as requests do: by its model's name and its number, which need not exist. */
public record ModelVersionId(String name, int version) {
    /** What Python takes for a whole number. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(_[0-9]+)*");

    /** @throws io.runstream.error.ApiException 400 in MLflow's words; 404 for a number that no version can have */
    public static ModelVersionId from(RequestFields fields) {
        String name = fields.requiredString("name");
        String version = fields.requiredString("version");
        return of(name, version);
    }

    /** @throws io.runstream.error.ApiException 400 in MLflow's words; 404 for a number that no version can have */
    public static ModelVersionId of(String name, String version) {
        ModelNames.check(name);
        String number = version.strip();
        if (!NUMBER.matcher(number).matches()) {
            throw RegistryErrors.versionNotInteger(version);
        }
        BigInteger value = new BigInteger(number.replace("_", ""));
        if (value.signum() < 0 || value.bitLength() >= Integer.SIZE) {
            throw RegistryErrors.versionNotFound(name, value.toString());
        }
        return new ModelVersionId(name, value.intValue());
    }
}
