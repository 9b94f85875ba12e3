package io.runstream.embedded;

/** A backend did not start or did not do what was asked; the message is a sentence for the person at the keyboard. */
public class BackendException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BackendException(String message) {
        super(message);
    }

    public BackendException(String message, Throwable cause) {
        super(message, cause);
    }
}
