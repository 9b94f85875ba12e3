package io.runstream.query.graphql;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Carries out GraphQL operations within {@link QueryLimits}. Blocks. */
@Singleton
final class GraphQlService {
    private final GraphQL graphQl;

    GraphQlService(MlflowSchema schema) {
        DataFetcherExceptionHandler failures = new FieldFailures();
        this.graphQl = GraphQL.newGraphQL(schema.build())
                .defaultDataFetcherExceptionHandler(failures)
                .build();
    }

    GraphQlAnswer answer(GraphQlRequest request) {
        Optional<String> refusal = refusal(request.query());
        return refusal.isPresent() ? GraphQlAnswer.refused(refusal.get()) : execute(request);
    }

    private static Optional<String> refusal(String query) {
        try {
            Document document = Parser.parse(query);
            return QueryLimits.exceededBy(document);
        } catch (InvalidSyntaxException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private GraphQlAnswer execute(GraphQlRequest request) {
        ExecutionResult result = graphQl.execute(ExecutionInput.newExecutionInput(request.query())
                .variables(request.variables())
                .operationName(request.operation())
                .build());
        List<String> errors =
                result.getErrors().stream().map(GraphQLError::getMessage).toList();
        return new GraphQlAnswer(result.getData(), errors.isEmpty() ? null : errors);
    }
}
