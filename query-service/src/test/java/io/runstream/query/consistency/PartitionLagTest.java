package io.runstream.query.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PartitionLagTest {
    private final PartitionLag lag = new PartitionLag();

    @Test
    void isUnknownUntilTheFirstLook() {
        assertThat(lag.records()).isNaN();
        assertThat(lag.seconds()).isNaN();
    }

    @Test
    void isNoneWhereEverythingIsProjected() {
        look(0, 10, 10);

        assertThat(lag.records()).isZero();
        assertThat(lag.seconds()).isZero();
    }

    @Test
    void isAsOldAsTheFirstLookAtWhatIsNotProjected() {
        look(0, 10, 10);
        look(1, 15, 10);
        look(2, 20, 10);
        look(5, 30, 12);

        assertThat(lag.records()).isEqualTo(18);
        assertThat(lag.seconds()).isEqualTo(4);
    }

    @Test
    void getsYoungerAsTheProjectionGetsOn() {
        look(1, 15, 10);
        look(2, 20, 10);
        look(5, 30, 15);

        assertThat(lag.seconds()).isEqualTo(3);
    }

    @Test
    void growsWithTimeWhenNothingIsProjectedAndNothingIsWritten() {
        look(0, 11, 10);
        look(3600, 11, 10);

        assertThat(lag.records()).isEqualTo(1);
        assertThat(lag.seconds()).isEqualTo(3600);
    }

    @Test
    void keepsItsBeginningOverHoursOfStanding() {
        for (int second = 0; second <= 36_000; second++) {
            look(second, 100 + second, 10);
        }

        assertThat(lag.seconds()).isEqualTo(36_000);
    }

    @Test
    void isUnknownAgainWhenTheLogIsSilent() {
        look(0, 15, 10);

        lag.unknown();

        assertThat(lag.records()).isNaN();
    }

    private void look(long second, long end, long next) {
        lag.look(TimeUnit.SECONDS.toNanos(second), end, next);
    }
}
