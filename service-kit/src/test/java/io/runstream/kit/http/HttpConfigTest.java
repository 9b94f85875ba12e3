package io.runstream.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class HttpConfigTest {

    @Test
    void takesBodiesOf64MegabytesUnlessToldOtherwise() {
        HttpConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(HttpConfig.class)
                .build()
                .getConfigMapping(HttpConfig.class);
        assertThat(config.maxBodySize().asLongValue()).isEqualTo(64L << 20);
    }
}
