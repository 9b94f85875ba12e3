package io.runstream.query.search;

import io.runstream.error.ApiException;
import java.util.List;
import java.util.function.Function;

/**
 * One side of a comparison as it was written.
 *
 * @param text with its quotes
 */
public record Operand(Kind kind, String text) {

    /** What an operand can be before anyone knows what it is compared with. */
    public enum Kind {
        /** A name, which may be quoted; or a string in double quotes, which looks the same. */
        IDENTIFIER,
        /** In single quotes. */
        STRING,
        INTEGER,
        DECIMAL,
        /** In parentheses. */
        LIST,
        /** NULL, or a calculation: nothing can be compared with these. */
        OTHER
    }

    /**
     * The string between the quotes, of either sort.
     *
     * @param otherwise makes the error of something that is no string, from its text
     * @throws ApiException that error, or 400 for a bare or backticked word
     */
    public String requireText(Function<String, ApiException> otherwise) {
        if (kind != Kind.STRING && kind != Kind.IDENTIFIER) {
            throw otherwise.apply(text);
        }
        return Quotes.requireOff(text);
    }

    /** The text, without quotes of either sort if it has some. */
    public String bareText() {
        return Quotes.stringQuotesOff(text);
    }

    /**
     * @param otherwise makes the error of something that is no number, from its text
     * @throws ApiException that error
     */
    public NumberTest.Value requireNumber(Function<String, ApiException> otherwise) {
        if (kind != Kind.INTEGER && kind != Kind.DECIMAL) {
            throw otherwise.apply(text);
        }
        return NumberTest.Value.of(this);
    }

    /** @throws ApiException 400 if it is not a non-empty list of strings */
    public List<String> requireTexts() {
        return ListLiteral.parse(text);
    }

    public boolean isList() {
        return kind == Kind.LIST;
    }
}
