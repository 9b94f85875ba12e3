package io.runstream.api.model;

import com.fasterxml.jackson.annotation.JsonValue;
import io.runstream.api.request.RequestFields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a logged model's artifacts are complete. Any transition is allowed. */
public enum LoggedModelStatus {
    UNSPECIFIED(0, "LOGGED_MODEL_STATUS_UNSPECIFIED"),
    PENDING(1, "LOGGED_MODEL_PENDING"),
    READY(2, "LOGGED_MODEL_READY"),
    FAILED(3, "LOGGED_MODEL_UPLOAD_FAILED");

    private static final LoggedModelStatus[] BY_NUMBER = values();

    /** Reads a status by its number or its name on the wire. */
    static final RequestFields.EnumReader<LoggedModelStatus> READER = new RequestFields.EnumReader<>() {
        @Override
        public @Nullable LoggedModelStatus byNumber(int number) {
            return find(number).orElse(null);
        }

        @Override
        public @Nullable LoggedModelStatus byName(String name) {
            for (LoggedModelStatus status : BY_NUMBER) {
                if (status.wireName.equals(name)) {
                    return status;
                }
            }
            return null;
        }
    };

    private final int number;
    private final String wireName;

    LoggedModelStatus(int number, String wireName) {
        this.number = number;
        this.wireName = wireName;
    }

    /** MLflow's number, the same on the wire, in events and in Postgres. */
    public int number() {
        return number;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** @throws IllegalArgumentException if there is no such status */
    public static LoggedModelStatus of(int number) {
        return find(number)
                .orElseThrow(() -> new IllegalArgumentException("No logged model status has number " + number));
    }

    private static Optional<LoggedModelStatus> find(int number) {
        return number >= 0 && number < BY_NUMBER.length ? Optional.of(BY_NUMBER[number]) : Optional.empty();
    }
}
