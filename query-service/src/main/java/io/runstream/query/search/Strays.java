package io.runstream.query.search;

import io.runstream.query.search.grammar.FilterLexer;
import io.runstream.query.search.grammar.FilterParser;
import java.util.ArrayList;
import java.util.List;

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
        boolean listed = isListed(first);
        while (listed && isToken(end, FilterLexer.COMMA) && isListed(end + 1)) {
            end = aliasEnd(end + 1);
        }
        return end;
    }

    private int aliasEnd(int item) {
        return hasAlias(item) && isToken(item + 1, FilterLexer.IDENTIFIER) ? item + 2 : item + 1;
    }

    private boolean hasAlias(int item) {
        return isComparison(item)
                || isStray(item) && items.get(item).stray().calculation() != null
                || isToken(item, FilterLexer.IDENTIFIER)
                || isToken(item, FilterLexer.LIST)
                || isToken(item, FilterLexer.INTEGER)
                || isToken(item, FilterLexer.DECIMAL);
    }

    private boolean isListed(int item) {
        return hasAlias(item) && !isToken(item, FilterLexer.LIST)
                || isToken(item, FilterLexer.STRING)
                || isToken(item, FilterLexer.NULL)
                || isToken(item, FilterLexer.KEYWORD)
                || isToken(item, FilterLexer.COMMENT);
    }

    private boolean isComparison(int item) {
        return item < items.size() && items.get(item).comparison() instanceof FilterParser.BinaryContext;
    }

    private boolean isStray(int item) {
        return item < items.size() && items.get(item).stray() != null;
    }

    private boolean isToken(int item, int type) {
        return isStray(item)
                && items.get(item).stray().getStart() == items.get(item).stray().getStop()
                && items.get(item).stray().getStart().getType() == type;
    }
}
