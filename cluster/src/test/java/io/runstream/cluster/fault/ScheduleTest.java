package io.runstream.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final int ROUND = 18;

    @Test
    void theSameSeedGivesTheSameFaults() {
        assertThat(first(7, 2 * ROUND)).isEqualTo(first(7, 2 * ROUND));
        assertThat(first(8, ROUND)).isNotEqualTo(first(7, ROUND));
    }

    @Test
    void aRoundKillsEveryProcessOnceAndDoesEverythingElseOnce() {
        List<Fault> round = first(7, ROUND);

        assertThat(round)
                .filteredOn(Fault.Kill.class::isInstance)
                .extracting(fault -> ((Fault.Kill) fault).member())
                .containsExactlyInAnyOrder(
                        "kafka-1",
                        "kafka-2",
                        "kafka-3",
                        "query-1",
                        "query-2",
                        "ingest-1",
                        "ingest-2",
                        "artifact-1",
                        "artifact-2",
                        "store",
                        "gateway");
        assertThat(round)
                .filteredOn(fault -> !(fault instanceof Fault.Kill))
                .extracting(Object::getClass)
                .map(Class::getSimpleName)
                .containsExactlyInAnyOrder(
                        "KillPostgres", "StopPostgres", "FailOver", "CutOff", "Pause", "Rebalance", "StallKafka");
    }

    private static List<Fault> first(long seed, int count) {
        Schedule schedule = new Schedule(seed);
        return Stream.generate(schedule::next).limit(count).toList();
    }
}
