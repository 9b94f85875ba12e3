package io.runstream.event;

import io.runstream.id.LoggedModelId;
import io.runstream.id.RunId;
import java.nio.charset.StandardCharsets;

/** The keys of records in the tracking topic: what shares a key is totally ordered. */
public final class EventKeys {
    private static final String EXPERIMENTS = "experiments";
    private static final String MODEL_REGISTRY = "model-registry";

    private EventKeys() {}

    public static byte[] ofRun(RunId run) {
        return run.toString().getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] ofModel(LoggedModelId model) {
        return model.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** One key for all: their names and ids are unique across them. */
    public static byte[] ofExperiments() {
        return EXPERIMENTS.getBytes(StandardCharsets.US_ASCII);
    }

    /** One key for all registered models and versions: names are unique and versions are counted across them. */
    public static byte[] ofModelRegistry() {
        return MODEL_REGISTRY.getBytes(StandardCharsets.US_ASCII);
    }
}
