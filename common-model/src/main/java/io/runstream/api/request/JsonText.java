package io.runstream.api.request;

/** Text as MLflow's messages quote it. */
public final class JsonText {
    private JsonText() {}

    /** As a JSON string in ASCII, with its quotes. */
    public static String quote(String text) {
        return Json.quote(text);
    }
}
