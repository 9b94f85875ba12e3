package io.runstream.cluster.fault;

import java.time.Duration;

/** Something that goes wrong, and is mended after a while. */
public sealed interface Fault {

    /** {@code kill -9}; it is started again after a while. */
    record Kill(String member, Duration away) implements Fault {
        @Override
        public String toString() {
            return "kill -9 of " + member + ", started again after " + seconds(away);
        }
    }

    /** The end of Postgres's machine; it is started again after a while, and recovers. */
    record KillPostgres(Duration away) implements Fault {
        @Override
        public String toString() {
            return "kill -9 of all of Postgres, started again after " + seconds(away);
        }
    }

    /** Postgres is not there. Appends must go on being acknowledged. */
    record StopPostgres(Duration away) implements Fault {
        @Override
        public String toString() {
            return "Postgres down for " + seconds(away);
        }
    }

    /**
     * Postgres dies and its standby takes over, without the last commits.
     *
     * @param behind how long before that the standby hears nothing any more
     */
    record FailOver(Duration behind) implements Fault {
        @Override
        public String toString() {
            return "Postgres fails over to a standby that is " + seconds(behind) + " behind, connections reset";
        }
    }

    /** A broker neither hears nor is heard, by clients and by the other brokers. */
    record CutOff(String broker, Duration apart) implements Fault {
        @Override
        public String toString() {
            return broker + " cut off for " + seconds(apart);
        }
    }

    /** A projector stands still for longer than its partitions are kept for it, then goes on where it was. */
    record Pause(String query, Duration still) implements Fault {
        @Override
        public String toString() {
            return query + " paused for " + seconds(still) + ", past its lease";
        }
    }

    /** Another replica of query-service joins the projectors, and leaves again. */
    record Rebalance(Duration stay) implements Fault {
        @Override
        public String toString() {
            return "another query replica joins, and leaves after " + seconds(stay);
        }
    }

    /** Every broker stands still while a crowd sends as much as it can. */
    record StallKafka(Duration still) implements Fault {
        @Override
        public String toString() {
            return "all brokers paused for " + seconds(still) + " under a flood";
        }
    }

    private static String seconds(Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1000.0);
    }
}
