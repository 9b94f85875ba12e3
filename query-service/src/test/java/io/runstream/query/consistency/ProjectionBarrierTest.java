package io.runstream.query.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.error.ApiException;
import io.runstream.error.ErrorCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ProjectionBarrierTest {
    private static final Freshness CURRENT = new Freshness.Current();
    private static final ReadConfig CONFIG =
            new FixedReadConfig(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMillis(5), 100);
    private static final PartitionChoice ALL = PartitionChoice.all();
    private static final PartitionChoice FIRST = count -> new int[] {0};

    private final HandDrivenTimers timers = new HandDrivenTimers();
    private final ProjectedOffsets projected = new ProjectedOffsets();
    private final Set<Integer> local = new HashSet<>(Set.of(0, 1, 2));
    private final Map<Integer, Long> table = new HashMap<>();
    private int tableReads;
    private long[] ends = {0, 0, 0};
    private final OffsetTable offsetTable = () -> {
        tableReads++;
        return CompletableFuture.completedFuture(Map.copyOf(table));
    };
    private final OffsetPoller poller = new OffsetPoller(offsetTable, projected, local::contains, timers, CONFIG);
    private final ProjectionBarrier barrier = new ProjectionBarrier(
            () -> CompletableFuture.completedFuture(ends.clone()), projected, poller, timers, CONFIG);

    @Test
    void doesNotWaitForAnEmptyLog() {
        assertThat(await(ALL)).isCompletedWithValue(CURRENT);
        assertThat(timers.pending()).isZero();
    }

    @Test
    void waitsUntilThePartitionIsProjectedUpToItsEnd() {
        ends[0] = 10;
        var read = await(FIRST);

        projected.reached(0, 9);
        assertThat(read).isNotDone();
        projected.reached(0, 10);

        assertThat(read).isCompletedWithValue(CURRENT);
        assertThat(barrier.waiting()).isZero();
    }

    @Test
    void whatWasProjectedIsLookedUpAnewWhenPostgresMayBeAnother() {
        ends[0] = 10;
        projected.reached(0, 10);
        local.clear();
        projected.forget();
        table.put(0, 8L);

        var read = await(FIRST);
        assertThat(read).isNotDone();
        table.put(0, 10L);
        timers.pass(Duration.ofMillis(5));

        assertThat(read).isCompletedWithValue(CURRENT);
    }

    @Test
    void doesNotWaitForOtherPartitions() {
        ends[1] = 10;
        assertThat(await(FIRST)).isCompletedWithValue(CURRENT);
    }

    @Test
    void aSearchWaitsForEveryPartition() {
        ends = new long[] {1, 2, 3};
        var search = await(ALL);

        projected.reached(2, 3);
        projected.reached(0, 1);
        assertThat(search).isNotDone();
        projected.reached(1, 2);

        assertThat(search).isCompletedWithValue(CURRENT);
    }

    @Test
    void doesNotWaitForWhatIsWrittenAfterItAsked() {
        ends[0] = 10;
        var early = await(FIRST);
        ends[0] = 20;
        var late = await(FIRST);

        projected.reached(0, 10);

        assertThat(early).isCompletedWithValue(CURRENT);
        assertThat(late).isNotDone();
    }

    @Test
    void pastTheBoundSaysHowFarBehindItIs() {
        ends = new long[] {10, 5, 0};
        var read = await(ALL);
        projected.reached(0, 4);

        timers.pass(Duration.ofMillis(4_999));
        assertThat(read).isNotDone();
        timers.pass(Duration.ofMillis(1));

        assertThat(read).isCompletedWithValue(new Freshness.Behind(11));
        assertThat(barrier.waiting()).isZero();
        assertThat(projected.anyoneWaits(partition -> true)).isFalse();
    }

    @Test
    void manyWaitersAreReleasedByOneStepEachAtItsOwnOffset() {
        var reads = IntStream.rangeClosed(1, 100)
                .mapToObj(end -> {
                    ends[0] = end;
                    return await(FIRST);
                })
                .toList();

        projected.reached(0, 60);
        assertThat(reads.subList(0, 60)).allSatisfy(read -> assertThat(read).isCompleted());
        assertThat(reads.subList(60, 100)).allSatisfy(read -> assertThat(read).isNotDone());

        projected.reached(0, 1_000);
        assertThat(reads).allSatisfy(read -> assertThat(read).isCompletedWithValue(CURRENT));
        assertThat(barrier.waiting()).isZero();
    }

    @Test
    void refusesMoreWaitersThanConfigured() {
        ends[0] = 1;
        List<CompletableFuture<Freshness>> waiting =
                IntStream.range(0, 100).mapToObj(i -> await(FIRST)).toList();

        var refused = await(FIRST);

        assertThat(refused)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingRootCause()
                .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
                .returns(ErrorCode.RESOURCE_EXHAUSTED, ApiException::code);
        projected.reached(0, 1);
        assertThat(waiting).allSatisfy(read -> assertThat(read).isCompletedWithValue(CURRENT));
        assertThat(await(FIRST)).isCompletedWithValue(CURRENT);
    }

    @Test
    void answersUnknownWhenTheLogIsSilent() {
        var deaf = new ProjectionBarrier(
                () -> CompletableFuture.failedFuture(new IllegalStateException("no broker")),
                projected,
                poller,
                timers,
                CONFIG);

        assertThat(deaf.await(FIRST).toCompletableFuture()).isCompletedWithValue(new Freshness.Unknown());
        assertThat(deaf.waiting()).isZero();
    }

    @Test
    void asksPostgresForPartitionsOfOtherReplicasOnlyAndOnlyWhileSomebodyWaits() {
        // Given a partition that another replica projects
        local.remove(0);
        ends[0] = 10;
        var read = await(FIRST);
        var sameTime = await(FIRST);
        assertThat(tableReads).isEqualTo(1);

        // When that replica commits
        timers.pass(CONFIG.pollInterval());
        assertThat(read).isNotDone();
        table.put(0, 10L);
        timers.pass(CONFIG.pollInterval());

        // Then both readers go on, and nobody asks any more
        assertThat(read).isCompletedWithValue(CURRENT);
        assertThat(sameTime).isCompletedWithValue(CURRENT);
        assertThat(tableReads).isEqualTo(3);
        timers.pass(Duration.ofSeconds(10));
        assertThat(tableReads).isEqualTo(3);
        assertThat(timers.pending()).isZero();
    }

    @Test
    void asksPostgresWhenAPartitionMovesAwayWhileSomebodyWaits() {
        ends[0] = 10;
        var read = await(FIRST);
        assertThat(tableReads).isZero();

        local.remove(0);
        table.put(0, 10L);
        timers.pass(CONFIG.pollInterval());

        assertThat(read).isCompletedWithValue(CURRENT);
    }

    private CompletableFuture<Freshness> await(PartitionChoice choice) {
        return barrier.await(choice).toCompletableFuture();
    }
}
