package io.runstream.transfer;

/** Why a transfer stops; the message is a sentence for the person at the keyboard. What was done so far stays done. */
public final class TransferException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private final int exitCode;

    private TransferException(String message, int exitCode, Throwable... cause) {
        super(message, cause.length == 0 ? null : cause[0]);
        this.exitCode = exitCode;
    }

    public static TransferException failed(String message) {
        return new TransferException(message, FAILED);
    }

    public static TransferException failed(String message, Throwable cause) {
        return new TransferException(message, FAILED, cause);
    }

    /** The command line is wrong. */
    public static TransferException usage(String message) {
        return new TransferException(message, USAGE);
    }

    /** For the shell: 2 if the command line is wrong, else 1. */
    public int exitCode() {
        return exitCode;
    }
}
