package io.runstream.cluster.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.cluster.load.Entry;
import io.runstream.cluster.load.Outcome;
import io.runstream.cluster.load.Write;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTest {
    private static final Write WRITE = new Write.LogParam("r", "key", "value");

    @ParameterizedTest
    @CsvSource({
        "ACKNOWLEDGED, ONCE, true",
        "ACKNOWLEDGED, ABSENT, false",
        "ACKNOWLEDGED, TWICE, false",
        "ACKNOWLEDGED, PARTLY, false",
        "IN_DOUBT, ABSENT, true",
        "IN_DOUBT, ONCE, true",
        "IN_DOUBT, TWICE, false",
        "IN_DOUBT, PARTLY, false",
        "REFUSED, ABSENT, true",
        "REFUSED, ONCE, false",
        "FAILED, ABSENT, false"
    })
    void acknowledgedIsThereOnceAndTheRestNeverTwiceNorByHalf(Outcome outcome, Presence presence, boolean right) {
        Count count = Count.of(List.of(new Entry(WRITE, outcome, false, 1, "")), write -> presence);

        assertThat(count.isRight()).isEqualTo(right);
        assertThat(count.wrong()).hasSize(right ? 0 : 1);
    }

    @Test
    void eachKindOfWriteHasItsLine() {
        List<Entry> entries = List.of(
                new Entry(WRITE, Outcome.ACKNOWLEDGED, true, 1, ""),
                new Entry(WRITE, Outcome.ACKNOWLEDGED, true, 1, ""),
                new Entry(WRITE, Outcome.IN_DOUBT, false, 1, ""),
                new Entry(new Write.CreateRun("n"), Outcome.ACKNOWLEDGED, true, 1, ""));

        assertThat(Count.of(entries, write -> Presence.ONCE).table())
                .contains("| params | 2 | 2 | 1 | 1 | 0 | 0 | 0 | 0 |", "| runs | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 0 |");
    }
}
