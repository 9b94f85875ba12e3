package io.runstream.query.search;

import io.runstream.error.SearchErrors;
import io.runstream.query.search.grammar.FilterParser;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * One element of {@code order_by} as it was written.
 *
 * @param identifier with its prefix and quotes
 */
public record OrderTerm(String identifier, boolean ascending) {
    private static final int MAX_LENGTH = 10_000;

    /**
     * A name, then nothing, ASC or DESC.
     *
     * @throws io.runstream.error.ApiException 400 in MLflow's words
     */
    public static OrderTerm parse(String clause) {
        FilterParser.OrderByContext parsed = read(clause);
        List<Token> words = parsed.words;
        String identifier = parsed.IDENTIFIER(0).getText();
        if (words.isEmpty()) {
            return new OrderTerm(identifier, true);
        }
        if (words.size() > 1) {
            throw SearchErrors.unreadableOrderBy(clause);
        }
        return switch (words.get(0).getText().toLowerCase(Locale.ROOT)) {
            case "asc" -> new OrderTerm(identifier, true);
            case "desc" -> new OrderTerm(identifier, false);
            default -> throw SearchErrors.unknownDirection(clause);
        };
    }

    private static FilterParser.OrderByContext read(String clause) {
        if (clause.isBlank() || clause.length() > MAX_LENGTH || !clause.strip().equals(clause)) {
            throw SearchErrors.unreadableOrderBy(clause);
        }
        try {
            return ParsedText.of(clause, () -> SearchErrors.unreadableOrderBy(clause))
                    .parser()
                    .orderBy();
        } catch (ParseCancellationException e) {
            throw SearchErrors.unreadableOrderBy(clause);
        }
    }
}
