package io.runstream.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class HttpConfigTest {

    @Test
    void takesBodiesOfASixteenthOfTheHeapUnlessToldOtherwise() {
        HttpConfig config = config(new SmallRyeConfigBuilder());
        assertThat(config.maxBodySize()).isEmpty();
        assertThat(HeldBodies.of(config).largest())
                .isEqualTo(HeldBodies.largestFor(Runtime.getRuntime().maxMemory()));
    }

    @Test
    void takesBodiesAsLargeAsItIsTold() {
        HttpConfig config = config(new SmallRyeConfigBuilder().withDefaultValue("runstream.http.max-body-size", "3M"));
        assertThat(HeldBodies.of(config).largest()).isEqualTo(3L << 20);
    }

    private static HttpConfig config(SmallRyeConfigBuilder builder) {
        return builder.addDiscoveredConverters()
                .withMapping(HttpConfig.class)
                .build()
                .getConfigMapping(HttpConfig.class);
    }
}
