package io.runstream.access;

/**
 * Somebody with a password.
 *
 * @param id MLflow's number of the user; never given twice
 * @param passwordHash says its own algorithm, cost and salt
 * @param administrator may do everything
 */
public record User(long id, String name, String passwordHash, boolean administrator) {
    User withPasswordHash(String changed) {
        return new User(id, name, changed, administrator);
    }

    User withAdministrator(boolean changed) {
        return new User(id, name, passwordHash, changed);
    }

    /** Without the digest, which is nobody's business. */
    @Override
    public String toString() {
        return "User[id=" + id + ", name=" + name + ", administrator=" + administrator + "]";
    }
}
