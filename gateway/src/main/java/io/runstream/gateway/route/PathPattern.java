package io.runstream.gateway.route;

import java.util.regex.Pattern;

/**
 * A path of JAX-RS with something in it that varies.
 *
 * @param literals characters that must be there as they are: of two patterns that fit, the one with more of them counts
 */
record PathPattern(Pattern regex, int literals) {
    private static final String ONE_PART = "[^/]+";

    /** @param template with {@code {name}} or {@code {name: regex}} for what varies */
    static PathPattern of(String template) {
        StringBuilder regex = new StringBuilder();
        int literals = 0;
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            int literalEnd = open < 0 ? template.length() : open;
            regex.append(Pattern.quote(template.substring(at, literalEnd)));
            literals += literalEnd - at;
            at = literalEnd;
            if (open >= 0) {
                at = closing(template, open) + 1;
                String inner = template.substring(open + 1, at - 1);
                int colon = inner.indexOf(':');
                regex.append("(?:")
                        .append(
                                colon < 0
                                        ? ONE_PART
                                        : inner.substring(colon + 1).strip())
                        .append(')');
            }
        }
        return new PathPattern(Pattern.compile(regex.toString()), literals);
    }

    static boolean isLiteral(String template) {
        return template.indexOf('{') < 0;
    }

    boolean fits(String path) {
        return regex.matcher(path).matches();
    }

    /** The brace that ends what {@code open} begins; a regex may have braces of its own. */
    private static int closing(String template, int open) {
        int depth = 0;
        for (int i = open; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("A brace is not closed in " + template);
    }
}
