package io.runstream.bench.report;

import java.util.Locale;

/** Numbers as they stand in a table. */
public final class Cells {

    static final String NOT_RUN = "not run";
    static final String NOT_MEASURED = "not measured";

    private Cells() {}

    public static String count(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    public static String decimal(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%,.2f" : "%,.1f", number);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    public static String factor(double factor) {
        return String.format(Locale.ROOT, factor < 10 ? "%.1fx" : "%.0fx", factor);
    }
}
