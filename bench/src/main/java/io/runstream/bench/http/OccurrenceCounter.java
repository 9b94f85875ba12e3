package io.runstream.bench.http;

import java.nio.charset.StandardCharsets;

/** Counts how often a quoted word occurs in a body of any size; there are no quotes inside the word. */
final class OccurrenceCounter implements Body {

    private final byte[] word;
    private int matched;
    private long count;

    OccurrenceCounter(String word) {
        this.word = word.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void accept(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] != word[matched]) {
                matched = bytes[i] == word[0] ? 1 : 0;
            } else if (++matched == word.length) {
                matched = 0;
                count++;
            }
        }
    }

    long count() {
        return count;
    }
}
