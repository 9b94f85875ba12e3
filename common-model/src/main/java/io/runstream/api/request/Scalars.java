package io.runstream.api.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.runstream.error.ApiException;
import io.runstream.error.RequestErrors;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Single values, as leniently as MLflow's protobuf parser reads them. Each method throws 400 for another type. */
final class Scalars {
    /** More digits than any number of 64 bits needs; reading a decimal takes time that grows faster than its length. */
    private static final int LONGEST_DECIMAL = 40;

    private Scalars() {}

    static String text(JsonNode node, Place place) {
        if (!node.isTextual()) {
            throw wrongType(node, place);
        }
        return legalText(node.textValue(), place);
    }

    static boolean isEmptyText(JsonNode node) {
        return node.isTextual() && node.textValue().isEmpty();
    }

    static long int64(JsonNode node, Place place) {
        try {
            if (node.isIntegralNumber() && node.canConvertToLong()) {
                return node.longValue();
            }
            if (node.isTextual()) {
                return integer(node.textValue().strip());
            }
            if (node.isFloatingPointNumber()) {
                return BigDecimal.valueOf(node.doubleValue()).longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw wrongType(node, place);
        }
        throw wrongType(node, place);
    }

    /** R prints large round numbers with an exponent: {@code 1.8e+12}. */
    private static long integer(String text) {
        boolean decimal = text.length() <= LONGEST_DECIMAL && text.chars().anyMatch(c -> ".eE".indexOf(c) >= 0);
        return decimal ? new BigDecimal(text).longValueExact() : Long.parseLong(text);
    }

    /** Infinite if too large for a double. Understands the words of Python, Java, R and JSON for NaN and infinity. */
    static double float64(JsonNode node, Place place) {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        if (!node.isTextual()) {
            throw wrongType(node, place);
        }
        String text = node.textValue().strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> Double.NaN;
            case "inf", "infinity", "+inf", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> decimal(text, node, place);
        };
    }

    private static double decimal(String text, JsonNode node, Place place) {
        // Double.parseDouble also takes type suffixes and hexadecimal, which are no JSON numbers.
        boolean plain = text.chars().allMatch(c -> c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0);
        try {
            if (plain) {
                return Double.parseDouble(text);
            }
        } catch (NumberFormatException e) {
            throw wrongType(node, place);
        }
        throw wrongType(node, place);
    }

    static boolean bool(JsonNode node, Place place) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (!node.isTextual()) {
            throw wrongType(node, place);
        }
        return switch (node.textValue().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw RequestErrors.notABoolean(node.textValue());
        };
    }

    static <E> E enumeration(JsonNode node, Place place, RequestFields.EnumReader<E> reader) {
        E value = findEnumeration(node, reader);
        if (value == null) {
            throw wrongType(node, place);
        }
        return value;
    }

    private static <E> @Nullable E findEnumeration(JsonNode node, RequestFields.EnumReader<E> reader) {
        if (node.isIntegralNumber() && node.canConvertToInt()) {
            return reader.byNumber(node.intValue());
        }
        if (!node.isTextual()) {
            return null;
        }
        String text = node.textValue();
        boolean number = text.matches("[0-9]{1,9}");
        return number ? reader.byNumber(Integer.parseInt(text)) : reader.byName(text);
    }

    static ApiException wrongType(JsonNode node, Place place) {
        return RequestErrors.wrongType(place.toString(), Json.quote(node), Json.pythonType(node));
    }

    /** The text itself, unless half a surrogate pair stands in it: then with U+FFFD there, since UTF-8 can't say it. */
    private static String legalText(String text, Place place) {
        boolean broken = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw RequestErrors.nulCharacter(place.toString());
            }
            broken |= Character.isSurrogate(c);
        }
        return broken ? repaired(text) : text;
    }

    private static String repaired(String text) {
        StringBuilder repaired = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(repaired::appendCodePoint);
        return repaired.toString();
    }
}
