package io.runstream.standalone;

import io.quarkus.runtime.annotations.QuarkusMain;
import io.runstream.embedded.BackendException;
import io.runstream.query.ui.NoBundleException;
import java.util.logging.Logger;

/** {@code java -jar quarkus-run.jar [OPTIONS]}: those of {@code ./runstream up}, and {@code --replay}. */
@QuarkusMain
public final class StandaloneMain {
    private StandaloneMain() {}

    /** Serves until told to stop; ends the JVM with 0, or with another code and a sentence on the error output. */
    public static void main(String... arguments) {
        initializeLogging();
        try {
            StandaloneOptions options = CommandLine.parse(arguments);
            new StandaloneProcess(options).run();
        } catch (StandaloneException e) {
            fail(e, e.exitCode());
        } catch (BackendException | NoBundleException e) {
            fail(e, 1);
        }
    }

    /** In one thread: two that log their first words at the same moment block each other in JBoss LogManager for ever. */
    private static void initializeLogging() {
        Logger.getLogger(StandaloneMain.class.getName());
    }

    private static void fail(RuntimeException reason, int exitCode) {
        System.err.println(reason.getMessage());
        System.exit(exitCode);
    }
}
