package io.runstream.kit.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.kit.throttle.ManualTime;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final ManualTime time = new ManualTime();

    @Test
    void isOffUnlessTold() {
        assertThat(new RateLimit(config(Map.of()), time).isOff()).isTrue();
    }

    @Test
    void aCallerMaySaveUpTenSecondsWorthAndThenGetsOneAtATime() {
        // Given
        RateLimit limit = limit("requests-per-second", "5");
        for (int i = 0; i < 50; i++) {
            assertThat(limit.ask("as ann")).isZero();
        }
        // When
        Duration wait = limit.ask("as ann");
        // Then
        assertThat(wait).isEqualTo(Duration.ofMillis(200));
        time.pass(wait);
        assertThat(limit.ask("as ann")).isZero();
        assertThat(limit.ask("as ann")).isPositive();
    }

    @Test
    void callersDoNotPayForEachOther() {
        RateLimit limit = limit("requests-per-second", "1", "burst", "1s");
        assertThat(limit.ask("as ann")).isZero();
        assertThat(limit.ask("as ann")).isPositive();
        assertThat(limit.ask("as bob")).isZero();
    }

    @Test
    void whoTookMoreBytesThanThereWereWaitsUntilTheyArePaidFor() {
        // Given
        RateLimit limit = limit("bytes-per-second", "1K");
        assertThat(limit.ask("as ann")).isZero();
        // When
        limit.spent("as ann", 40 * 1024);
        // Then
        assertThat(limit.ask("as ann")).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
        time.pass(Duration.ofSeconds(31));
        assertThat(limit.ask("as ann")).isZero();
    }

    @Test
    void aRequestThatIsRefusedForItsBytesCostsNoRequest() {
        RateLimit limit = limit("bytes-per-second", "1K", "requests-per-second", "1", "burst", "1s");
        limit.spent("as ann", 3 * 1024);
        assertThat(limit.ask("as ann")).isPositive();
        time.pass(Duration.ofSeconds(3));
        assertThat(limit.ask("as ann")).isZero();
    }

    private RateLimit limit(String... keysAndValues) {
        Map<String, String> settings = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put("runstream.rate." + keysAndValues[i], keysAndValues[i + 1]);
        }
        return new RateLimit(config(settings), time);
    }

    private static RateConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(RateConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(RateConfig.class);
    }
}
