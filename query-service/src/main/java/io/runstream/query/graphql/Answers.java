package io.runstream.query.graphql;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.GraphQLContext;
import io.runstream.api.request.RequestFields;
import io.runstream.error.GraphQlErrors;
import io.runstream.query.graphql.Operations.Operation;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Turns GraphQL's input into REST's, and REST's answer into maps and lists. */
@Singleton
final class Answers {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    /** All answers to one request lie in memory, several times over; MLflow's page asks for a tenth of this. */
    private static final int MAX_VALUES = 500_000;

    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Asks, and blocks until there is an answer.
     *
     * @param input by MLflow's names, in camelCase or snake_case
     * @param request what belongs to the request that this is a part of
     * @throws io.runstream.error.ApiException as the operation, or 400 if the answers to the request get too long
     */
    Map<String, Object> ask(Operation operation, Map<String, Object> input, GraphQLContext request) {
        try {
            RequestFields fields = RequestFields.ofJson(json.writeValueAsBytes(input));
            Object answer = operation.answer(fields).await().indefinitely();
            Map<String, Object> values =
                    answer instanceof byte[] text ? json.readValue(text, MAP) : json.convertValue(answer, MAP);
            AtomicInteger size = request.computeIfAbsent(Answers.class, unused -> new AtomicInteger());
            if (size.addAndGet(count(values)) > MAX_VALUES) {
                throw GraphQlErrors.answerTooLong(MAX_VALUES);
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int count(Object value) {
        return switch (value) {
            case Map<?, ?> object -> count(object.values());
            case Collection<?> list -> list.stream().mapToInt(Answers::count).sum();
            default -> 1;
        };
    }
}
