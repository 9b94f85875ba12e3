package io.runstream.kit.access;

import com.google.protobuf.ByteString;
import io.runstream.access.AccessDirectory;
import io.runstream.access.Outcome;
import io.runstream.access.v1.AccessEvent;
import io.runstream.access.v1.UserCreated;
import io.runstream.kit.access.directory.LiveDirectory;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Queue;

/** A directory without a log: what is still to be read is read when somebody waits for it. */
public final class FixedDirectory implements LiveDirectory {
    private final AccessDirectory directory = new AccessDirectory();
    private final Queue<AccessEvent> unread = new ArrayDeque<>();
    private int waits;

    public FixedDirectory knowing(AccessEvent... events) {
        for (AccessEvent event : events) {
            directory.apply(event);
        }
        return this;
    }

    public FixedDirectory notYetKnowing(AccessEvent event) {
        unread.add(event);
        return this;
    }

    public static AccessEvent user(String name, String passwordHash, boolean administrator) {
        return AccessEvent.newBuilder()
                .setUserCreated(UserCreated.newBuilder()
                        .setUsername(name)
                        .setPasswordHash(passwordHash)
                        .setAdministrator(administrator))
                .build();
    }

    /** How often somebody waited for the log's end. */
    public int waits() {
        return waits;
    }

    @Override
    public AccessDirectory directory() {
        return directory;
    }

    @Override
    public boolean isCaughtUp() {
        return true;
    }

    @Override
    public Uni<Void> upToDate() {
        return Uni.createFrom().voidItem().invoke(() -> {
            waits++;
            unread.forEach(directory::apply);
            unread.clear();
        });
    }

    @Override
    public Uni<Outcome> outcomeOf(ByteString requestId) {
        throw new UnsupportedOperationException("Nothing is written here");
    }
}
