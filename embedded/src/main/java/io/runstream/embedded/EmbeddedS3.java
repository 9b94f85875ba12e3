package io.runstream.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * An S3-compatible store in this JVM, on a folder, listening on 127.0.0.1, with credentials made when the folder was.
 *
 * <p>The folder holds {@code objects} (a folder per bucket, a file per object) and {@code credentials}. An object is
 * there as a whole or not at all, and once acknowledged survives the end of the process however it came. The file
 * system decides about names: a name can't be both an object's and the beginning of others' ({@code a} and {@code a/b}),
 * and no part of a name is longer than 255 bytes. Safe for use by several threads.
 */
public final class EmbeddedS3 implements AutoCloseable {
    /** The only one; what clients sign with. */
    public static final String REGION = "us-east-1";

    private final S3Proxy server;
    private final S3Credentials credentials;
    private final int port;

    private EmbeddedS3(S3Proxy server, S3Credentials credentials, int port) {
        this.server = server;
        this.credentials = credentials;
        this.port = port;
    }

    /**
     * Starts a store and returns when it serves, within a second.
     *
     * @param folder made if absent; belongs to the store alone. The caller sees to it that no other JVM uses it now
     * @throws BackendException the port is in use, or the folder can't be written
     */
    public static EmbeddedS3 start(Path folder, S3Settings settings) {
        Path home = folder.toAbsolutePath().normalize();
        int port = LoopbackPort.choose(settings.port(), "the artifact store");
        try {
            Path objects = Files.createDirectories(home.resolve("objects"));
            S3Credentials credentials = S3Credentials.of(home.resolve("credentials"));
            Staging staging = Staging.open(objects, settings.flushEachObject());
            S3Proxy server = S3Proxy.builder()
                    .blobStore(new StagedBlobStore(new FilesystemNio2BlobStore(objects.toString()), staging))
                    .endpoint(endpoint(port))
                    .awsAuthentication(AuthenticationType.AWS_V4, credentials.accessKey(), credentials.secretKey())
                    .ignoreUnknownHeaders(true)
                    .build();
            server.start();
            return new EmbeddedS3(server, credentials, port);
        } catch (IOException e) {
            throw new BackendException("The artifact store's folder " + home + " can't be used: " + e, e);
        } catch (Exception e) {
            throw new BackendException("The artifact store did not start on " + home + ": " + e.getMessage(), e);
        }
    }

    /** For clients on this machine, with the bucket in the path. */
    public URI endpoint() {
        return endpoint(port);
    }

    public String accessKey() {
        return credentials.accessKey();
    }

    public String secretKey() {
        return credentials.secretKey();
    }

    /** Cuts off what is under way and stops; a second call does nothing. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new BackendException("The artifact store did not stop: " + e.getMessage(), e);
        }
    }

    private static URI endpoint(int port) {
        return URI.create("http://" + LoopbackPort.HOST + ":" + port);
    }
}
