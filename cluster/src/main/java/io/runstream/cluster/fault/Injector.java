package io.runstream.cluster.fault;

import io.runstream.cluster.Cluster;
import io.runstream.cluster.Database;
import io.runstream.cluster.Member;
import io.runstream.cluster.load.Flood;
import io.runstream.cluster.load.Load;
import io.runstream.cluster.load.Totals;
import io.runstream.cluster.way.Relays;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Brings faults about, mends them, and says what was seen meanwhile. One thread's. */
final class Injector {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration SLICE = Duration.ofSeconds(5);
    private static final int GOES_ON = 50;
    private static final int UNDER_WAY = 1000;

    /** What the chart lets an ingest process have. */
    private static final long MOST_MEGABYTES = 320;

    private static final String FENCED = "Another projector went further";

    private final Cluster cluster;
    private final Relays relays;
    private final Load load;
    private final Totals totals;
    private final List<String> complaints = new ArrayList<>();
    private int additional;

    Injector(Cluster cluster, Relays relays, Load load) {
        this.cluster = cluster;
        this.relays = relays;
        this.load = load;
        this.totals = load.totals();
    }

    /** What the cluster should not have done, in sentences. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Returns when every writer is well under way: nothing is proven by faults before. */
    void awaitLoad() throws InterruptedException {
        if (!awaitAcknowledgements(UNDER_WAY)) {
            complaints.add("Writes did not begin within " + PATIENCE.toSeconds() + " s");
        }
    }

    /** Returns when the fault is mended and writes are acknowledged again, with what was seen, as a sentence. */
    String inject(Fault fault) throws InterruptedException {
        String seen = switch (fault) {
            case Fault.Kill(var member, var away) -> kill(cluster.member(member), away);
            case Fault.KillPostgres(var away) -> killPostgres(away);
            case Fault.StopPostgres(var away) -> stopPostgres(away);
            case Fault.FailOver(var behind) -> failOver(behind);
            case Fault.CutOff(var broker, var apart) -> cutOff(broker, apart);
            case Fault.Pause(var query, var still) -> pause(cluster.member(query), still);
            case Fault.Rebalance(var stay) -> rebalance(stay);
            case Fault.StallKafka(var still) -> stallKafka(still);
        };
        long mended = System.nanoTime();
        awaitRecovery(fault);
        double recovery = secondsSince(mended);
        startWhatEnded(fault);
        return seen + "%.1f s until writes went on".formatted(recovery);
    }

    private String kill(Member member, Duration away) throws InterruptedException {
        member.kill();
        long before = totals.acknowledged();
        Thread.sleep(away);
        long meanwhile = totals.acknowledged() - before;
        member.start();
        long start = System.nanoTime();
        member.awaitReady(PATIENCE);
        return "%d acknowledged meanwhile; ready %.1f s after its start; ".formatted(meanwhile, secondsSince(start));
    }

    private String killPostgres(Duration away) throws InterruptedException {
        Database database = cluster.database();
        database.kill();
        Thread.sleep(away);
        database.startAgain();
        return "";
    }

    private String stopPostgres(Duration away) throws InterruptedException {
        Database database = cluster.database();
        database.stop();
        long all = totals.acknowledgedAppends();
        for (long left = away.toMillis(); left > 0; left -= SLICE.toMillis()) {
            long before = totals.acknowledgedAppends();
            Thread.sleep(SLICE);
            if (totals.acknowledgedAppends() == before) {
                complaints.add("No append was acknowledged for 5 s while Postgres was down");
            }
        }
        long meanwhile = totals.acknowledgedAppends() - all;
        database.startAgain();
        return "%d appends acknowledged meanwhile; ".formatted(meanwhile);
    }

    private String failOver(Duration behind) throws InterruptedException {
        Database database = cluster.database();
        database.addStandby();
        relays.cutOff(database.replication());
        Thread.sleep(behind);
        long before = Projected.events(database);
        relays.redirect(Database.WAY, database.failOver());
        long lost = before - Projected.events(database);
        return "the projections of at least %d events were lost with it, for the log to give again; ".formatted(lost);
    }

    private String cutOff(String broker, Duration apart) throws InterruptedException {
        long before = totals.acknowledged();
        relays.cutOff(broker);
        Thread.sleep(apart);
        relays.rejoin(broker);
        return "%d acknowledged meanwhile; ".formatted(totals.acknowledged() - before);
    }

    private String pause(Member query, Duration still) throws InterruptedException {
        long fencedBefore = fenced(query);
        query.pause();
        Thread.sleep(still);
        query.goOn();
        awaitRecovery(new Fault.Pause(query.name(), still));
        return "fenced %d times; ".formatted(fenced(query) - fencedBefore);
    }

    private static long fenced(Member query) {
        try (Stream<String> lines = Files.lines(query.log())) {
            return lines.filter(line -> line.contains(FENCED)).count();
        } catch (IOException e) {
            return 0;
        }
    }

    private String rebalance(Duration stay) throws InterruptedException {
        additional++;
        Member query = cluster.newQuery("query-additional-" + additional, Cluster.DATABASE, Cluster.projectingGroup());
        query.start();
        query.awaitReady(PATIENCE);
        Thread.sleep(stay);
        query.askToStop();
        query.awaitEnd();
        return "";
    }

    private String stallKafka(Duration still) throws InterruptedException {
        additional++;
        List<Member> ingest = List.of(cluster.member("ingest-1"), cluster.member("ingest-2"));
        long refusalsBefore = totals.refusals();
        long least = ingest.stream().mapToLong(Memory::of).max().orElse(0);
        long most = least;
        try (Flood flood = load.flood("flood-" + additional)) {
            flood.awaitPrepared();
            for (Member broker : cluster.brokers()) {
                broker.pause();
            }
            flood.begin();
            long end = System.nanoTime() + still.toNanos();
            while (System.nanoTime() < end) {
                Thread.sleep(LOOK);
                most = Math.max(
                        most, ingest.stream().mapToLong(Memory::of).max().orElse(0));
            }
            for (Member broker : cluster.brokers()) {
                broker.goOn();
            }
        }
        long refusals = totals.refusals() - refusalsBefore;
        if (refusals == 0) {
            complaints.add("A flood into a log that stood still was not answered 429");
        }
        if (most > MOST_MEGABYTES) {
            complaints.add("An ingest process grew to " + most + " MB while the log stood still");
        }
        return "%d times 429; an ingest process grew from %d to at most %d MB; ".formatted(refusals, least, most);
    }

    private void awaitRecovery(Fault fault) throws InterruptedException {
        if (!awaitAcknowledgements(GOES_ON)) {
            complaints.add("Writes did not go on within " + PATIENCE.toSeconds() + " s after: " + fault);
        }
    }

    /** @return whether there were so many more in time */
    private boolean awaitAcknowledgements(int more) throws InterruptedException {
        long start = System.nanoTime();
        long enough = totals.acknowledged() + more;
        while (totals.acknowledged() < enough && System.nanoTime() - start < PATIENCE.toNanos()) {
            Thread.sleep(LOOK);
        }
        return totals.acknowledged() >= enough;
    }

    /** Nothing may end by itself. */
    private void startWhatEnded(Fault fault) throws InterruptedException {
        for (Member member : cluster.members()) {
            if (!member.isAlive() && !member.wasAskedToStop()) {
                complaints.add(member + " ended by itself after: " + fault);
                member.start();
                member.awaitReady(PATIENCE);
            }
        }
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
