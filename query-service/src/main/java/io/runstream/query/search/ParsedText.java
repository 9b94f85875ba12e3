package io.runstream.query.search;

import io.runstream.query.search.grammar.FilterLexer;
import io.runstream.query.search.grammar.FilterParser;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text cut into tokens, a parser of them, and the text of what was parsed.
 *
 * @param tokens without blanks; the last one is the end
 */
record ParsedText(CharStream input, List<Token> tokens, FilterParser parser) {

    /** The parser throws {@link org.antlr.v4.runtime.misc.ParseCancellationException} where the text is not what it looks for. */
    static ParsedText of(String text) {
        CharStream input = CharStreams.fromString(text);
        FilterLexer lexer = new FilterLexer(input);
        lexer.removeErrorListeners();
        CommonTokenStream stream = new CommonTokenStream(lexer);
        stream.fill();
        List<Token> visible = stream.getTokens().stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
                .toList();
        FilterParser parser = new FilterParser(stream);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        return new ParsedText(input, visible, parser);
    }

    /** What was written, blanks included. */
    String text(ParserRuleContext context) {
        return text(context.getStart(), context.getStop());
    }

    String text(Token first, Token last) {
        return input.getText(Interval.of(first.getStartIndex(), last.getStopIndex()));
    }
}
