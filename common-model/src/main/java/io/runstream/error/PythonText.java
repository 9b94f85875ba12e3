package io.runstream.error;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Values as Python's {@code repr} prints them, which MLflow's messages do. */
public final class PythonText {
    private static final double LEAST_FIXED = 1e-4;
    private static final double LEAST_SCIENTIFIC = 1e16;

    private PythonText() {}

    /** In single quotes, or in double quotes if only single ones stand in it. */
    public static String string(String text) {
        char quote = quoteFor(text);
        StringBuilder out = new StringBuilder().append(quote);
        text.codePoints().forEach(c -> appendCharacter(out, c, quote));
        return out.append(quote).toString();
    }

    public static String bytes(byte[] bytes) {
        // Latin-1 gives each byte the character of its number.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        char quote = quoteFor(text);
        StringBuilder out = new StringBuilder("b").append(quote);
        text.chars().forEach(c -> {
            if (c > '~') {
                out.append(String.format("\\x%02x", c));
            } else {
                appendCharacter(out, c, quote);
            }
        });
        return out.append(quote).toString();
    }

    public static String list(List<String> texts) {
        return texts.stream().map(PythonText::string).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Of at least two. */
    public static String tuple(List<String> texts) {
        return texts.stream().map(PythonText::string).collect(Collectors.joining(", ", "(", ")"));
    }

    /** A float, which never looks like an int. */
    public static String number(double value) {
        double size = Math.abs(value);
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }
        if (size == 0 || size >= LEAST_FIXED && size < LEAST_SCIENTIFIC) {
            String plain = new java.math.BigDecimal(Double.toString(value)).toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String[] parts = Double.toString(value).split("E");
        String mantissa = parts[0].endsWith(".0") ? parts[0].substring(0, parts[0].length() - 2) : parts[0];
        int exponent = Integer.parseInt(parts[1]);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + String.format("%02d", Math.abs(exponent));
    }

    private static char quoteFor(String text) {
        return text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    }

    private static void appendCharacter(StringBuilder out, int c, char quote) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\\' -> out.append("\\\\");
            default -> {
                if (c == quote) {
                    out.append('\\').append(quote);
                } else if (c < ' ' || c == 0x7f) {
                    out.append(String.format("\\x%02x", c));
                } else {
                    out.appendCodePoint(c);
                }
            }
        }
    }
}
