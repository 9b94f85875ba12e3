package io.runstream.query.ui;

/** Why there is no web page to serve; the message is a sentence for whoever named the folder. */
public final class NoBundleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoBundleException(String message) {
        super(message);
    }
}
