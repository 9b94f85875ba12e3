package io.runstream.query.graphql;

import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import io.runstream.error.ApiException;
import io.runstream.error.ServiceErrors;
import io.runstream.kit.http.ErrorAnswers;
import io.runstream.query.outage.StoreOutage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What fails a field is told in the words of REST's errors. */
final class FieldFailures implements DataFetcherExceptionHandler {
    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters failed) {
        GraphQLError error = GraphQLError.newError()
                .message("%s", message(failed.getException()))
                .path(failed.getPath())
                .build();
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    private static String message(Throwable failure) {
        if (failure instanceof CompletionException wrapper && wrapper.getCause() != null) {
            return message(wrapper.getCause()); // of what awaiting can't throw as it is
        }
        if (failure instanceof ApiException refusal) {
            return String.valueOf(refusal.getMessage());
        }
        return StoreOutage.isReasonFor(failure)
                ? String.valueOf(ServiceErrors.storeUnavailable().getMessage())
                : ErrorAnswers.unexpected(failure, "/graphql").getEntity().message();
    }
}
