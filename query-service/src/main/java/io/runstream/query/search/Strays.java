package io.runstream.query.search;

import io.runstream.query.search.grammar.FilterLexer;
import io.runstream.query.search.grammar.FilterParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * What stands in a filter and is neither a comparison nor AND, in the pieces in which MLflow's tokenizer shows it: things
 * with a comma between them are one piece, and so are a thing and a name behind it, which SQL takes for its alias.
 */
final class Strays {
    private final ParsedText parsed;
    private final List<FilterParser.ItemContext> items;

    private Strays(ParsedText parsed, List<FilterParser.ItemContext> items) {
        this.parsed = parsed;
        this.items = items;
    }

    static List<String> find(ParsedText parsed, List<FilterParser.ItemContext> items) {
        return new Strays(parsed, items).find();
    }

    private List<String> find() {
        List<String> strays = new ArrayList<>();
        int next;
        for (int i = 0; i < items.size(); i = next) {
            next = end(i);
            if (next - i > 1 || items.get(i).stray() != null) {
                strays.add(
                        parsed.text(items.get(i).getStart(), items.get(next - 1).getStop()));
            }
        }
        return strays;
    }

    /** Behind the last item of the piece that begins with this one. */
    private int end(int first) {
        int end = aliasEnd(first);
        while (end + 1 < items.size() && isToken(end, FilterLexer.COMMA) && isThing(first) && isThing(end + 1)) {
            end = aliasEnd(end + 1);
        }
        return end;
    }

    private int aliasEnd(int thing) {
        return isThing(thing) && thing + 1 < items.size() && isToken(thing + 1, FilterLexer.IDENTIFIER)
                ? thing + 2
                : thing + 1;
    }

    private boolean isThing(int item) {
        return items.get(item).comparison() != null
                || isToken(item, FilterLexer.IDENTIFIER)
                || isToken(item, FilterLexer.LIST)
                || isToken(item, FilterLexer.INTEGER)
                || isToken(item, FilterLexer.DECIMAL);
    }

    private boolean isToken(int item, int type) {
        FilterParser.StrayContext stray = items.get(item).stray();
        Token token = stray == null ? null : stray.getStart();
        return token != null && token.getType() == type;
    }
}
