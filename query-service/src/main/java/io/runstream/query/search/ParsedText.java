package io.runstream.query.search;

import io.runstream.error.ApiException;
import io.runstream.query.search.grammar.FilterLexer;
import io.runstream.query.search.grammar.FilterParser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text cut into tokens, a parser of them, and the text of what was parsed.
 *
 * @param tokens without blanks; the last one is the end
 */
record ParsedText(CharStream input, List<Token> tokens, FilterParser parser) {

    /** Far more than a filter needs: a list is one token. Garbage of this size is parsed in some milliseconds. */
    private static final int MAX_TOKENS = 2_000;

    /**
     * The parser throws {@link org.antlr.v4.runtime.misc.ParseCancellationException} where the text is not what it looks
     * for.
     *
     * @param tooMany the error if there are more tokens than any sensible text has
     */
    static ParsedText of(String text, Supplier<ApiException> tooMany) {
        CharStream input = CharStreams.fromString(text);
        List<Token> tokens = tokens(input, tooMany);
        FilterParser parser = new FilterParser(new CommonTokenStream(new ListTokenSource(tokens)));
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        return new ParsedText(input, tokens, parser);
    }

    private static List<Token> tokens(CharStream input, Supplier<ApiException> tooMany) {
        FilterLexer lexer = new FilterLexer(input);
        lexer.removeErrorListeners();
        List<Token> tokens = new ArrayList<>();
        Token token;
        do {
            token = lexer.nextToken();
            if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                tokens.add(token);
            }
            if (tokens.size() > MAX_TOKENS) {
                throw tooMany.get();
            }
        } while (token.getType() != Token.EOF);
        return tokens;
    }

    /** What was written, blanks included. */
    String text(ParserRuleContext context) {
        return text(context.getStart(), context.getStop());
    }

    String text(Token first, Token last) {
        return input.getText(Interval.of(first.getStartIndex(), last.getStopIndex()));
    }
}
