package io.runstream.query.search;

import io.runstream.error.PythonText;
import io.runstream.error.SearchErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list behind IN. MLflow hands its text to Python, so the strings in it follow Python's rules and not SQL's: escapes
 * work, and neighbours without a comma are one string.
 */
final class ListLiteral {
    private static final List<String> WORDS = List.of("None", "True", "False");

    private final String text;
    private int at;

    private ListLiteral(String text) {
        this.text = text;
    }

    /**
     * @param text with its parentheses
     * @throws io.runstream.error.ApiException 400 if it is not a non-empty list of strings
     */
    static List<String> parse(String text) {
        ListLiteral reader = new ListLiteral(text);
        Element list = reader.parenthesized();
        reader.skipBlanks();
        if (reader.at < text.length()) {
            throw SearchErrors.illFormedList();
        }
        List<Element> elements = list instanceof Tuple tuple ? tuple.elements() : List.of(list);
        if (elements.isEmpty()) {
            throw SearchErrors.emptyList();
        }
        List<String> strings = elements.stream()
                .flatMap(element -> element instanceof Text string ? Stream.of(string.value()) : Stream.empty())
                .toList();
        if (strings.size() < elements.size()) {
            throw SearchErrors.notAListOfStrings(new Tuple(elements).shown());
        }
        return strings;
    }

    private sealed interface Element {
        String shown();
    }

    private record Text(String value) implements Element {
        @Override
        public String shown() {
            return PythonText.string(value);
        }
    }

    private record Plain(String shown) implements Element {}

    private record Tuple(List<Element> elements) implements Element {
        @Override
        public String shown() {
            String inner = elements.stream().map(Element::shown).collect(Collectors.joining(", "));
            return "(" + inner + (elements.size() == 1 ? ",)" : ")");
        }
    }

    /** Without a comma they are only parentheses. */
    private Element parenthesized() {
        expect('(');
        List<Element> elements = new ArrayList<>();
        boolean comma = false;
        while (!accept(')')) {
            if (!elements.isEmpty() && !comma) {
                throw SearchErrors.illFormedList();
            }
            elements.add(element());
            comma = accept(',');
        }
        return elements.size() == 1 && !comma ? elements.get(0) : new Tuple(elements);
    }

    private Element element() {
        char first = peek();
        if (first == '(') {
            return parenthesized();
        }
        return first == '\'' || first == '"' ? strings() : plain();
    }

    private Element strings() {
        StringBuilder value = new StringBuilder();
        for (char quote = peek(); quote == '\'' || quote == '"'; quote = peek()) {
            int end = PythonString.read(text, at, value);
            if (end < 0) {
                throw SearchErrors.illFormedList();
            }
            at = end;
        }
        return new Text(value.toString());
    }

    private Element plain() {
        int start = at;
        while (at < text.length() && ",() \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        if (WORDS.contains(word) || word.matches("-?[0-9]{1,18}")) {
            return new Plain(word);
        }
        if (word.matches("-?([0-9]+\\.?[0-9]*|\\.[0-9]+)(e[-+]?[0-9]+)?")) {
            return new Plain(PythonText.number(Double.parseDouble(word)));
        }
        throw SearchErrors.illFormedList();
    }

    private void expect(char wanted) {
        if (!accept(wanted)) {
            throw SearchErrors.illFormedList();
        }
    }

    private boolean accept(char wanted) {
        boolean found = peek() == wanted;
        at += found ? 1 : 0;
        return found;
    }

    /** The next character that is no blank; 0 at the end. */
    private char peek() {
        skipBlanks();
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
