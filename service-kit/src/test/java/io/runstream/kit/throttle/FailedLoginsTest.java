package io.runstream.kit.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailedLoginsTest {
    private static final String HERE = "10.0.0.1";
    private static final String ELSEWHERE = "10.0.0.2";

    private final ManualTime time = new ManualTime();
    private final FailedLogins logins = new FailedLogins(settings(Map.of()), time);

    @Test
    void aUserMayMistypeTenTimesAndThenWaitsForEachTry() {
        // When
        fail(HERE, "ann", 10);
        // Then
        assertThat(logins.mustWait(HERE, "ann")).isEqualTo(Duration.ofSeconds(30));
        time.pass(Duration.ofSeconds(30));
        assertThat(logins.mustWait(HERE, "ann")).isZero();
    }

    @Test
    void nobodyIsLockedOutByGuessesFromElsewhere() {
        fail(ELSEWHERE, "ann", 1000);
        assertThat(logins.mustWait(ELSEWHERE, "ann")).isPositive();
        assertThat(logins.mustWait(HERE, "ann")).isZero();
    }

    @Test
    void anAddressThatTriesOneUserAfterTheOtherHasToWaitToo() {
        for (int i = 0; i < 100; i++) {
            assertThat(logins.mustWait(HERE, "user " + i)).isZero();
            logins.failed(HERE, "user " + i);
        }
        assertThat(logins.mustWait(HERE, "another")).isPositive();
    }

    @Test
    void guessesAreNotHeldAgainstAnybodyForEver() {
        fail(HERE, "ann", 1000);
        time.pass(Duration.ofMinutes(5));
        for (int i = 0; i < 10; i++) {
            assertThat(logins.mustWait(HERE, "ann")).isZero();
            logins.failed(HERE, "ann");
        }
    }

    @Test
    void zeroSwitchesALimitOff() {
        FailedLogins unlimited = new FailedLogins(
                settings(Map.of(
                        "runstream.rate.failed-logins.per-user", "0",
                        "runstream.rate.failed-logins.per-address", "0")),
                time);
        for (int i = 0; i < 1000; i++) {
            unlimited.failed(HERE, "ann");
        }
        assertThat(unlimited.mustWait(HERE, "ann")).isZero();
    }

    private static FailedLoginsConfig settings(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(FailedLoginsConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(FailedLoginsConfig.class);
    }

    private void fail(String address, String user, int times) {
        for (int i = 0; i < times; i++) {
            logins.failed(address, user);
        }
    }
}
