package io.runstream.id;

import io.runstream.error.LoggedModelErrors;
import java.util.Optional;
import java.util.UUID;

/** The id of a logged model: {@code m-} and 32 lower-case hex digits. Nothing else was ever one's id. */
public record LoggedModelId(UUID value) {
    private static final String PREFIX = "m-";

    /** Empty if no logged model can have that id. */
    public static Optional<LoggedModelId> find(String text) {
        return text.startsWith(PREFIX)
                ? RunId.find(text.substring(PREFIX.length())).map(hex -> new LoggedModelId(hex.value()))
                : Optional.empty();
    }

    /**
     * The id of an existing model, as a request names it.
     *
     * @throws io.runstream.error.ApiException 404 if no model can have that id
     */
    public static LoggedModelId parse(String text) {
        return find(text).orElseThrow(() -> LoggedModelErrors.notFound(text));
    }

    @Override
    public String toString() {
        return PREFIX + new RunId(value);
    }
}
