package io.runstream.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

class StagingTest {
    private static final String BUCKET = "artifacts";

    @TempDir
    Path objects;

    private BlobStore store;

    @BeforeEach
    void start() throws IOException {
        store = open();
        store.createContainer(CreateBucketRequest.builder().bucket(BUCKET).build());
    }

    @Test
    void anObjectIsInvisibleUntilAllOfItHasCome() {
        put("a/model.bin", new ByteArrayInputStream(new byte[] {1}) {
            @Override
            public synchronized int read(byte[] b, int off, int len) {
                // Then
                assertThat(keys()).isEmpty();
                return super.read(b, off, len);
            }
        });
        assertThat(keys()).containsExactly("a/model.bin");
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        InputStream breaking = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left == 0) {
                    throw new IOException("the client has gone");
                }
                left--;
                return 1;
            }
        };
        assertThatThrownBy(() -> put("a/model.bin", breaking)).hasRootCauseMessage("the client has gone");
        assertThat(keys()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftHalfWrittenIsGoneAfterTheNextStart() throws IOException {
        // Given
        Files.writeString(objects.resolve(Staging.BUCKET).resolve("half-written"), "torn");
        put("whole", text("whole"));
        // When
        store = open();
        // Then
        assertThat(keys()).containsExactly("whole");
        assertThat(files()).containsExactly(BUCKET + "/whole");
    }

    @Test
    void anUploadInPartsGoesOnAfterARestart() throws IOException {
        // Given
        var upload = store.initiateMultipartUpload(CreateMultipartUploadRequest.builder()
                .bucket(BUCKET)
                .key("a/big")
                .build());
        String first = part(upload, 1, "one ");
        // When
        store = open();
        String second = part(upload, 2, "two");
        // Then
        assertThat(keys()).isEmpty();
        assertThat(store.listMultipartUploads(BUCKET))
                .extracting(listed -> listed.key())
                .containsExactly("a/big");
        store.completeMultipartUpload(
                upload,
                CompleteMultipartUploadRequest.builder()
                        .multipartUpload(CompletedMultipartUpload.builder()
                                .parts(
                                        CompletedPart.builder()
                                                .partNumber(1)
                                                .eTag(first)
                                                .build(),
                                        CompletedPart.builder()
                                                .partNumber(2)
                                                .eTag(second)
                                                .build())
                                .build())
                        .build());
        assertThat(keys()).containsExactly("a/big");
        assertThat(objects.resolve(BUCKET).resolve("a/big")).hasContent("one two");
        assertThat(store.listMultipartUploads(BUCKET)).isEmpty();
    }

    @Test
    void aNameCannotBeAnObjectAndTheBeginningOfOthers() {
        put("a", text("1"));
        assertThatThrownBy(() -> put("a/b", text("2")))
                .isInstanceOf(S3Exception.class)
                .hasMessageContaining("the beginning of this one");
        put("c/d", text("3"));
        assertThatThrownBy(() -> put("c", text("4")))
                .isInstanceOf(S3Exception.class)
                .hasMessageContaining("begin with this one");
        assertThat(keys()).containsExactly("a", "c/d");
    }

    private BlobStore open() throws IOException {
        return new StagedBlobStore(new FilesystemNio2BlobStore(objects.toString()), Staging.open(objects, false));
    }

    private void put(String key, InputStream payload) {
        store.putBlob(PutObjectRequest.builder().bucket(BUCKET).key(key).build(), payload);
    }

    private String part(org.gaul.s3proxy.blobstore.domain.MultipartUpload upload, int number, String content) {
        return store.uploadMultipartPart(
                        upload,
                        UploadPartRequest.builder()
                                .bucket(BUCKET)
                                .key("a/big")
                                .partNumber(number)
                                .contentLength((long) content.length())
                                .build(),
                        text(content))
                .eTag();
    }

    private List<String> keys() {
        return store.list(BUCKET).contents().stream().map(S3Object::key).toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> tree = Files.walk(objects)) {
            return tree.filter(Files::isRegularFile)
                    .map(file -> objects.relativize(file).toString())
                    .toList();
        }
    }

    private static InputStream text(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
}
