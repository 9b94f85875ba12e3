package io.runstream.access;

/**
 * MLflow's permissions, from the least to the greatest: each allows what those before it allow.
 *
 * <p>Source: {@code mlflow/server/auth/permissions.py} of MLflow 3.17.2.
 */
public enum Permission {
    /** Nothing, whatever else is granted. */
    DENY,
    /** Nothing, as a default; never granted. */
    NO_PERMISSIONS,
    READ,
    USE,
    EDIT,
    MANAGE;

    public boolean allows(Need need) {
        return compareTo(leastFor(need)) >= 0;
    }

    private static Permission leastFor(Need need) {
        return switch (need) {
            case READ -> READ;
            case USE -> USE;
            case UPDATE -> EDIT;
            case DELETE, MANAGE -> MANAGE;
        };
    }
}
