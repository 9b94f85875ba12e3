package io.runstream.query.graphql;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeRuntimeWiring;
import io.runstream.query.graphql.Operations.Operation;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.dataloader.DataLoader;

/** MLflow's GraphQL schema, and where each of its fields gets its value. */
@Singleton
final class MlflowSchema {
    private static final String TEXT = "/graphql/mlflow.graphqls";

    private final Operations operations;
    private final Answers answers;

    MlflowSchema(Operations operations, Answers answers) {
        this.operations = operations;
        this.answers = answers;
    }

    GraphQLSchema build() {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .wiringFactory(new AnswerFields())
                .scalar(LongString.TYPE)
                .type("Query", type -> add(operations.queries(), type))
                .type("Mutation", type -> add(operations.mutations(), type))
                .type(
                        "MlflowRunExtension",
                        type -> type.dataFetcher("experiment", this::experimentOfRun)
                                .dataFetcher("modelVersions", this::modelVersionsOfRun))
                .build();
        return new SchemaGenerator().makeExecutableSchema(text(), wiring);
    }

    private static TypeDefinitionRegistry text() {
        try (InputStream text = Objects.requireNonNull(MlflowSchema.class.getResourceAsStream(TEXT), TEXT)) {
            return new SchemaParser().parse(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TypeRuntimeWiring.Builder add(Map<String, Operation> byField, TypeRuntimeWiring.Builder type) {
        byField.forEach((field, operation) -> type.dataFetcher(
                field,
                asked -> answers.ask(
                        operation, asked.getArgumentOrDefault("input", Map.of()), asked.getGraphQlContext())));
        return type;
    }

    /** Runs of a page share few experiments: each is asked for once. */
    private Object experimentOfRun(DataFetchingEnvironment run) {
        String experiment = infoOf(run, "experiment_id");
        GraphQLContext request = run.getGraphQlContext();
        return request.computeIfAbsent(
                "experiment " + experiment,
                unused -> answers.ask(
                                Objects.requireNonNull(operations.queries().get("mlflowGetExperiment")),
                                Map.of("experimentId", experiment),
                                request)
                        .get("experiment"));
    }

    private Object modelVersionsOfRun(DataFetchingEnvironment run) {
        DataLoader<String, ?> versions = Objects.requireNonNull(run.getDataLoader(ModelVersionsOfRuns.LOADER));
        return versions.load(infoOf(run, "run_id"));
    }

    private static String infoOf(DataFetchingEnvironment run, String field) {
        Map<String, Map<String, String>> source = Objects.requireNonNull(run.getSource());
        Map<String, String> info = Objects.requireNonNull(source.get("info"));
        return info.getOrDefault(field, "");
    }
}
