package io.runstream.limit;

import io.runstream.error.RegistryErrors;
import io.runstream.error.RequestErrors;
import java.util.regex.Pattern;

/** What an alias of a version may be called. */
public final class ModelAliases {
    private static final Pattern LEGAL = Pattern.compile("[\\w\\-]*", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern VERSION = Pattern.compile("[vV]\\d+", Pattern.UNICODE_CHARACTER_CLASS);

    private ModelAliases() {}

    /**
     * An alias that is looked for.
     *
     * @throws io.runstream.error.ApiException 400
     */
    public static String check(String alias) {
        if (!LEGAL.matcher(alias).matches()) {
            throw RegistryErrors.badAlias(alias);
        }
        if (Limits.exceeds(alias, Limits.MODEL_ALIAS_LENGTH)) {
            throw RequestErrors.tooLong("Registered model alias name", Limits.MODEL_ALIAS_LENGTH);
        }
        return alias;
    }

    /**
     * An alias that a version is to get.
     *
     * @throws io.runstream.error.ApiException 400, also for what reads as a version's number or as the latest one
     */
    public static String checkNew(String alias) {
        check(alias);
        if (isLatest(alias)) {
            throw RegistryErrors.latestReserved();
        }
        if (VERSION.matcher(alias).matches()) {
            throw RegistryErrors.versionAliasReserved(alias);
        }
        return alias;
    }

    /** Whether it means the version with the greatest number. */
    public static boolean isLatest(String alias) {
        return alias.equalsIgnoreCase("latest");
    }
}
