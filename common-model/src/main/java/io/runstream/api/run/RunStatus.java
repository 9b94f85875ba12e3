package io.runstream.api.run;

import io.runstream.api.request.RequestFields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a run is in its life. Any transition is allowed. */
public enum RunStatus {
    RUNNING(1),
    SCHEDULED(2),
    FINISHED(3),
    FAILED(4),
    KILLED(5);

    private static final RunStatus[] BY_NUMBER = {RUNNING, SCHEDULED, FINISHED, FAILED, KILLED};

    /** Reads a status by its number or its exact name. */
    static final RequestFields.EnumReader<RunStatus> READER = new RequestFields.EnumReader<>() {
        @Override
        public @Nullable RunStatus byNumber(int number) {
            return find(number).orElse(null);
        }

        @Override
        public @Nullable RunStatus byName(String name) {
            return find(name).orElse(null);
        }
    };

    private final int number;

    RunStatus(int number) {
        this.number = number;
    }

    /** MLflow's number, the same on the wire, in events and in Postgres. */
    public int number() {
        return number;
    }

    /** @throws IllegalArgumentException if there is no such status */
    public static RunStatus of(int number) {
        return find(number).orElseThrow(() -> new IllegalArgumentException("No run status has number " + number));
    }

    public static Optional<RunStatus> find(int number) {
        return number >= 1 && number <= BY_NUMBER.length ? Optional.of(BY_NUMBER[number - 1]) : Optional.empty();
    }

    /** By its exact name. */
    public static Optional<RunStatus> find(String name) {
        for (RunStatus status : BY_NUMBER) {
            if (status.name().equals(name)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
