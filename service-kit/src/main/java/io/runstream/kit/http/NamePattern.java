package io.runstream.kit.http;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A name to be met as it is, or one in which {@code *} stands for anything. */
final class NamePattern {
    static final String ANYTHING = "*";

    private NamePattern() {}

    static Predicate<String> of(String pattern) {
        return pattern.contains(ANYTHING) ? wild(pattern).asMatchPredicate() : pattern::equals;
    }

    private static Pattern wild(String pattern) {
        return Pattern.compile(
                Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
