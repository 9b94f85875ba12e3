package io.runstream.query.search;

import java.util.List;
import java.util.Optional;

/** How two numbers are compared. */
public enum Comparison {
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    NOT_EQUAL("!="),
    EQUAL("="),
    LESS("<"),
    LESS_OR_EQUAL("<=");

    /** As MLflow's messages list them. */
    public static final List<String> SYMBOLS = List.of(">", ">=", "!=", "=", "<", "<=");

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    /** The same in filters and in SQL. */
    public String symbol() {
        return symbol;
    }

    public static Optional<Comparison> find(String symbol) {
        for (Comparison comparison : values()) {
            if (comparison.symbol.equals(symbol)) {
                return Optional.of(comparison);
            }
        }
        return Optional.empty();
    }
}
