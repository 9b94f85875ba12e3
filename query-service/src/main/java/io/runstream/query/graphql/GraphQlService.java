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
import org.dataloader.DataLoaderRegistry;

/** Carries out GraphQL operations within {@link QueryLimits}. Blocks. */
@Singleton
final class GraphQlService {
    private final GraphQL graphQl;
    private final ModelVersionsOfRuns versions;

    GraphQlService(MlflowSchema schema, ModelVersionsOfRuns versions) {
        DataFetcherExceptionHandler failures = new FieldFailures();
        this.graphQl = GraphQL.newGraphQL(schema.build())
                .defaultDataFetcherExceptionHandler(failures)
                .build();
        this.versions = versions;
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
        DataLoaderRegistry loaders = new DataLoaderRegistry();
        ExecutionInput input = ExecutionInput.newExecutionInput(request.query())
                .variables(request.variables())
                .operationName(request.operation())
                .dataLoaderRegistry(loaders)
                .build();
        loaders.register(ModelVersionsOfRuns.LOADER, versions.loader(input.getGraphQLContext()));
        ExecutionResult result = graphQl.execute(input);
        List<String> errors =
                result.getErrors().stream().map(GraphQLError::getMessage).toList();
        return new GraphQlAnswer(result.getData(), errors.isEmpty() ? null : errors);
    }
}
