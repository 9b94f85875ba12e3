package io.runstream.limit;

/**
 * How much of anything. Source: {@code mlflow/utils/validation.py} and {@code mlflow/store} of MLflow 3.17.2. Lengths are
 * in characters as Python counts them: code points.
 */
public final class Limits {
    public static final int KEY_LENGTH = 250;
    /** Longer ones are cut. */
    public static final int PARAM_VALUE_LENGTH = 6000;
    /** Longer ones are cut. */
    public static final int RUN_TAG_VALUE_LENGTH = 8000;

    public static final int BATCH_METRICS = 1000;
    public static final int BATCH_PARAMS = 100;
    public static final int BATCH_TAGS = 100;
    public static final int BATCH_TOTAL = 1000;

    public static final int EXPERIMENT_NAME_LENGTH = 500;
    public static final int EXPERIMENT_TAG_VALUE_LENGTH = 20_000;
    public static final int ARTIFACT_LOCATION_LENGTH = 2048;

    public static final int DATASET_NAME_LENGTH = 500;
    public static final int DATASET_DIGEST_LENGTH = 36;
    public static final int DATASET_SOURCE_LENGTH = 65_535;
    public static final int DATASET_SCHEMA_LENGTH = 1_048_575;
    public static final int DATASET_PROFILE_LENGTH = 16_777_215;
    public static final int INPUT_TAG_KEY_LENGTH = 255;
    public static final int INPUT_TAG_VALUE_LENGTH = 500;

    public static final int MODEL_NAME_LENGTH = 500;
    public static final int MODEL_TYPE_LENGTH = 500;
    public static final int MODEL_SOURCE_RUN_LENGTH = 255;
    /** Of a param or tag of a logged model; their values may have any length. */
    public static final int MODEL_KEY_LENGTH = 255;
    /** By the column that MLflow keeps it in. */
    public static final int REGISTERED_MODEL_NAME_LENGTH = 256;

    public static final int MODEL_ALIAS_LENGTH = 255;
    public static final int REGISTRY_TAG_VALUE_LENGTH = 100_000;

    public static final int IDEMPOTENCY_KEY_LENGTH = 255;

    private Limits() {}

    /** Whether the text has more than that many code points. */
    public static boolean exceeds(String text, int limit) {
        return text.length() > limit && text.codePointCount(0, text.length()) > limit;
    }

    /** The text's first code points, at most that many. */
    public static String cut(String text, int limit) {
        return exceeds(text, limit) ? text.substring(0, text.offsetByCodePoints(0, limit)) : text;
    }
}
