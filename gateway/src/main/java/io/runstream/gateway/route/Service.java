package io.runstream.gateway.route;

import java.util.Locale;

/** Who may answer a request. */
public enum Service {
    INGEST,
    QUERY,
    ARTIFACT;

    /** As the route table and the settings write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Service of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
