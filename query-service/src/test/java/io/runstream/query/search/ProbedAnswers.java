package io.runstream.query.search;

import io.runstream.error.ApiException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What MLflow 3.17.2 answered, in a table: a question, a tab, and {@code ok} or the error's message. */
public final class ProbedAnswers {
    public static final String OK = "ok";

    private ProbedAnswers() {}

    /** @param resource beside the class */
    public static Stream<Arguments> of(Class<?> test, String resource) {
        try (InputStream table = test.getResourceAsStream(resource)) {
            String text = new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(ProbedAnswers::arguments).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads something and gives what the table says of it. */
    public static String answer(Runnable reading) {
        try {
            reading.run();
            return OK;
        } catch (ApiException e) {
            return e.message();
        }
    }

    private static Arguments arguments(String line) {
        int tab = line.indexOf('\t');
        return Arguments.of(line.substring(0, tab), line.substring(tab + 1));
    }
}
