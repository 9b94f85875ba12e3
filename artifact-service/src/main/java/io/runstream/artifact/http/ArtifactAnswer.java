package io.runstream.artifact.http;

import io.runstream.artifact.ArtifactPath;
import io.runstream.artifact.store.ObjectInfo;
import io.runstream.artifact.store.ReadResult;
import io.runstream.error.ArtifactErrors;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** An artifact as a response. */
public final class ArtifactAnswer {
    private ArtifactAnswer() {}

    /**
     * @param path of the artifact, for its name and its kind
     * @throws io.runstream.error.ApiException 404 there is none
     */
    public static Response of(ArtifactPath path, ReadResult result) {
        return switch (result) {
            case ReadResult.Content content -> content(path, content);
            case ReadResult.NotModified(ObjectInfo info) ->
                known(Response.status(Response.Status.NOT_MODIFIED), info).build();
            case ReadResult.PreconditionFailed() ->
                Response.status(Response.Status.PRECONDITION_FAILED).build();
            case ReadResult.RangeNotSatisfiable(String contentRange) ->
                contentRange(Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE), contentRange)
                        .build();
            case ReadResult.Missing() -> throw ArtifactErrors.noSuchArtifact(path.value());
        };
    }

    private static Response content(ArtifactPath path, ReadResult.Content content) {
        Response.Status status = content.contentRange() == null ? Response.Status.OK : Response.Status.PARTIAL_CONTENT;
        Response.ResponseBuilder response = known(Response.status(status), content.info())
                .header(HttpHeaders.CONTENT_TYPE, ContentTypes.of(path.name()))
                .header(HttpHeaders.CONTENT_LENGTH, content.length())
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(path.name()))
                .header("Accept-Ranges", "bytes");
        contentRange(response, content.contentRange());
        return response.entity(new ArtifactBody(content.length(), content.body()))
                .build();
    }

    private static Response.ResponseBuilder known(Response.ResponseBuilder response, ObjectInfo info) {
        if (info.etag() != null) {
            response.header(HttpHeaders.ETAG, info.etag());
        }
        if (info.lastModified() != null) {
            response.header(HttpHeaders.LAST_MODIFIED, info.lastModified());
        }
        return response;
    }

    private static Response.ResponseBuilder contentRange(
            Response.ResponseBuilder response, @Nullable String contentRange) {
        return contentRange == null ? response : response.header("Content-Range", contentRange);
    }
}
