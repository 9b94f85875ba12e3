package io.runstream.query.search;

import io.runstream.error.ApiException;
import io.runstream.error.SearchErrors;
import io.runstream.query.search.grammar.FilterLexer;
import io.runstream.query.search.grammar.FilterParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.antlr.v4.runtime.Token;

/** Cuts a filter into its comparisons. */
public final class FilterSyntax {
    /** Room for a list of some thousand run ids. */
    private static final int MAX_LENGTH = 200_000;

    private static final int SHOWN_LENGTH = 200;

    /** Each costs the database a subquery. */
    private static final int MAX_CLAUSES = 100;

    private FilterSyntax() {}

    /**
     * @param filter all comparisons must hold; none if empty
     * @param showStray how the search in question prints what it does not understand
     * @throws io.runstream.error.ApiException 400 in MLflow's words
     */
    public static List<Clause> parse(String filter, UnaryOperator<String> showStray) {
        return parseOrRefuse(
                filter,
                strays -> SearchErrors.invalidClauses(
                        strays.stream().map(showStray).toList()));
    }

    /**
     * @param filter all comparisons must hold; none if empty
     * @param refusal makes the error of what is not understood, from its pieces
     * @throws io.runstream.error.ApiException that error, or 400 in MLflow's words
     */
    public static List<Clause> parseOrRefuse(String filter, Function<List<String>, ApiException> refusal) {
        if (filter.isEmpty()) {
            return List.of();
        }
        if (filter.isBlank()) {
            throw SearchErrors.blankFilter(filter);
        }
        if (filter.length() > MAX_LENGTH) {
            throw tooLarge(filter);
        }
        ParsedText parsed = ParsedText.of(filter, () -> tooLarge(filter));
        requireOneStatement(filter, parsed.tokens());
        List<FilterParser.ItemContext> items = parsed.parser().filter().item();
        List<String> strays = Strays.find(parsed, items);
        if (!strays.isEmpty()) {
            throw refusal.apply(strays);
        }
        List<Clause> clauses = clauses(parsed, items);
        if (clauses.size() > MAX_CLAUSES) {
            throw tooLarge(filter);
        }
        return clauses;
    }

    private static ApiException tooLarge(String filter) {
        return SearchErrors.unreadableFilter(
                filter.length() > SHOWN_LENGTH ? filter.substring(0, SHOWN_LENGTH) + "…" : filter);
    }

    /** A semicolon at the very end is a stray like others. */
    private static void requireOneStatement(String filter, List<Token> tokens) {
        for (int i = 0; i < tokens.size() - 2; i++) {
            int next = tokens.get(i + 1).getType();
            if (tokens.get(i).getType() == FilterLexer.SEMICOLON && next != FilterLexer.COMMENT) {
                throw SearchErrors.severalStatements(filter);
            }
        }
    }

    private static List<Clause> clauses(ParsedText parsed, List<FilterParser.ItemContext> items) {
        List<Clause> clauses = new ArrayList<>();
        for (FilterParser.ItemContext item : items) {
            if (item.comparison() != null) {
                clauses.add(clause(parsed, item.comparison()));
            }
        }
        return clauses;
    }

    private static Clause clause(ParsedText parsed, FilterParser.ComparisonContext comparison) {
        if (comparison instanceof FilterParser.BinaryContext binary) {
            Operand left = operand(parsed, binary.left);
            if (left.kind() != Operand.Kind.IDENTIFIER) {
                throw SearchErrors.noIdentifier(left.text());
            }
            String comparator = binary.COMPARATOR().getText().toUpperCase(Locale.ROOT);
            return new Clause.Compare(left.text(), comparator, operand(parsed, binary.right));
        }
        if (comparison instanceof FilterParser.MembershipContext membership) {
            return new Clause.Compare(
                    membership.IDENTIFIER().getText(),
                    membership.NOT() == null ? "IN" : "NOT IN",
                    new Operand(Operand.Kind.LIST, membership.LIST().getText()));
        }
        FilterParser.PresenceContext presence = (FilterParser.PresenceContext) comparison;
        return new Clause.Presence(presence.IDENTIFIER().getText(), presence.NULL() == null);
    }

    private static Operand operand(ParsedText parsed, FilterParser.OperandContext operand) {
        Operand.Kind kind = operand.atom().size() > 1 ? Operand.Kind.OTHER : kind(operand.getStart());
        return new Operand(kind, parsed.text(operand));
    }

    private static Operand.Kind kind(Token token) {
        return switch (token.getType()) {
            case FilterLexer.IDENTIFIER -> Operand.Kind.IDENTIFIER;
            case FilterLexer.STRING -> Operand.Kind.STRING;
            case FilterLexer.INTEGER -> Operand.Kind.INTEGER;
            case FilterLexer.DECIMAL -> Operand.Kind.DECIMAL;
            case FilterLexer.LIST -> Operand.Kind.LIST;
            default -> Operand.Kind.OTHER;
        };
    }
}
