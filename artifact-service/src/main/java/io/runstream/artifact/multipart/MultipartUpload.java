package io.runstream.artifact.multipart;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.runstream.artifact.store.DirectAccess;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** An upload that a client is to carry out, as MLflow's client reads it. */
record MultipartUpload(
        @JsonProperty("upload_id") String uploadId,
        @JsonProperty("credentials") List<Credential> credentials) {

    /**
     * Where a part goes.
     *
     * @param headers to send along; none here
     */
    record Credential(
            @JsonProperty("url") String url,
            @JsonProperty("part_number") int partNumber,
            @JsonProperty("headers") Map<String, String> headers) {}

    static MultipartUpload from(DirectAccess.Upload upload) {
        List<String> urls = upload.partUrls();
        return new MultipartUpload(
                upload.id(),
                IntStream.range(0, urls.size())
                        .mapToObj(i -> new Credential(urls.get(i), i + 1, Map.of()))
                        .toList());
    }
}
