package io.runstream.cluster;

import io.runstream.embedded.BackendException;
import io.runstream.embedded.EmbeddedS3;
import io.runstream.embedded.S3Settings;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The artifact store as a process: {@code FOLDER PORT}. */
final class StoreMain {
    private StoreMain() {}

    public static void main(String... arguments) throws InterruptedException {
        QuietLogs.warningsOnly();
        try {
            EmbeddedS3 store = EmbeddedS3.start(
                    Path.of(arguments[0]), S3Settings.defaults().withPort(Integer.parseInt(arguments[1])));
            Runtime.getRuntime().addShutdownHook(new Thread(store::close, "store-stop"));
        } catch (BackendException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }
}
