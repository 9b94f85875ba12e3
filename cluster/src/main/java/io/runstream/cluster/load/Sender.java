package io.runstream.cluster.load;

import java.time.Duration;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Sends a write as often as a careful client may: again and again under an Idempotency-Key, to whichever replica; without one
 * only what was refused, for a retry of the rest might be a second write.
 */
final class Sender {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(120);
    private static final int LONGEST_PAUSE_MILLIS = 1000;
    private static final int SHORTEST_PATIENCE_MILLIS = 20;
    private static final int HASTE = 20;

    private final Client client;
    private final Addresses addresses;
    private final RandomGenerator random;
    private final Totals totals;

    Sender(Client client, Addresses addresses, RandomGenerator random, Totals totals) {
        this.client = client;
        this.addresses = addresses;
        this.random = random;
        this.totals = totals;
    }

    /** @param answer the last one */
    record Sent(Entry entry, Answer answer) {}

    Sent send(Write write, boolean keyed) throws InterruptedException {
        String key = keyed ? new UUID(random.nextLong(), random.nextLong()).toString() : null;
        long giveUpAt = System.nanoTime() + GIVE_UP_AFTER.toNanos();
        boolean doubtful = false;
        for (int attempts = 1; ; attempts++) {
            Answer answer = once(write, key);
            doubtful |= answer.leavesDoubt();
            boolean mayRetry = (answer.isRefused() || answer.leavesDoubt() && keyed) && System.nanoTime() < giveUpAt;
            if (!mayRetry) {
                Outcome outcome = outcome(answer, doubtful);
                String remark = outcome == Outcome.FAILED ? answer.status() + " " + answer.body() : "";
                return new Sent(new Entry(write, outcome, keyed, attempts, remark), answer);
            }
            pause(answer);
        }
    }

    private Answer once(Write write, @Nullable String key) throws InterruptedException {
        Answer answer = client.post(addresses.toWrite(random), write, key, patience(key != null));
        if (answer.isSuccess()) {
            totals.acknowledged(write);
        } else if (answer.isRefused()) {
            totals.refused(answer);
        }
        return answer;
    }

    /** Now and then a client that may ask again does so while its first request is still under way. */
    private Duration patience(boolean mayRetry) {
        return mayRetry && random.nextInt(HASTE) == 0
                ? Duration.ofMillis(random.nextInt(SHORTEST_PATIENCE_MILLIS, LONGEST_PAUSE_MILLIS))
                : PATIENCE;
    }

    static Outcome outcome(Answer answer, boolean doubtful) {
        if (answer.isSuccess()) {
            return Outcome.ACKNOWLEDGED;
        }
        if (answer.isRefused() || answer.leavesDoubt()) {
            return doubtful ? Outcome.IN_DOUBT : Outcome.REFUSED;
        }
        return Outcome.FAILED;
    }

    private void pause(Answer answer) throws InterruptedException {
        Duration asked = answer.retryAfter();
        Thread.sleep(asked == null ? Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS)) : asked);
    }
}
