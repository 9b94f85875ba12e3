package io.runstream.query.experiment;

import java.util.Optional;

/** Attributes of an experiment that are milliseconds since the epoch. */
enum ExperimentTime {
    CREATION_TIME("creation_time"),
    LAST_UPDATE_TIME("last_update_time");

    private final String key;

    ExperimentTime(String key) {
        this.key = key;
    }

    static Optional<ExperimentTime> find(String key) {
        for (ExperimentTime time : values()) {
            if (time.key.equals(key)) {
                return Optional.of(time);
            }
        }
        return Optional.empty();
    }

    /** Where {@code e} is the experiment. */
    String column() {
        return "e." + key;
    }
}
