package io.runstream.standalone;

/** Why Runstream does not start; the message is a sentence for the person at the keyboard. */
public class StandaloneException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private final int exitCode;

    private StandaloneException(String message, int exitCode, Throwable... cause) {
        super(message, cause.length == 0 ? null : cause[0]);
        this.exitCode = exitCode;
    }

    static StandaloneException usage(String message) {
        return new StandaloneException(message, USAGE);
    }

    static StandaloneException failed(String message) {
        return new StandaloneException(message, FAILED);
    }

    static StandaloneException failed(String message, Throwable cause) {
        return new StandaloneException(message, FAILED, cause);
    }

    /** For the shell: 2 if the command line is wrong, else 1. */
    public int exitCode() {
        return exitCode;
    }
}
