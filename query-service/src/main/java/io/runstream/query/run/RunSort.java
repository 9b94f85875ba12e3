package io.runstream.query.run;

/** One criterion by which runs are ordered. Runs without the value come last, both ways; among metrics NaN before them. */
record RunSort(Key key, boolean ascending) {
    sealed interface Key {}

    record Metric(String key) implements Key {}

    /** Compared as text. */
    record Param(String key) implements Key {}

    /** Compared as text. */
    record Tag(String key) implements Key {}

    record Text(TextAttribute attribute) implements Key {}

    record Time(TimeAttribute attribute) implements Key {}
}
