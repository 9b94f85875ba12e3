package io.runstream.transfer.command;

import io.runstream.embedded.BackendException;
import io.runstream.transfer.Progress;
import io.runstream.transfer.TransferException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code java -jar transfer.jar export|import OPTIONS}; {@code ./runstream --help} lists them. */
public final class TransferMain {
    private TransferMain() {}

    /** Ends the JVM with 0, or with another code and a sentence on the error output. */
    public static void main(String... arguments) throws InterruptedException {
        // Kafka says a page of settings for each client.
        Logger.getLogger("").setLevel(Level.SEVERE);
        try {
            run(TransferOptions.parse(arguments), Progress.on(System.out));
            System.exit(0);
        } catch (TransferException e) {
            fail(e, e.exitCode());
        } catch (BackendException | UncheckedIOException e) {
            fail(e, 1);
        }
    }

    private static void run(TransferOptions options, Progress progress) throws InterruptedException {
        switch (options) {
            case TransferOptions.Export export -> new Export(export, progress, InstantSource.system()).run();
            case TransferOptions.Import imported -> new Import(imported, System.getenv(), progress).run();
        }
    }

    private static void fail(RuntimeException reason, int exitCode) {
        System.err.println(reason.getMessage());
        System.exit(exitCode);
    }
}
