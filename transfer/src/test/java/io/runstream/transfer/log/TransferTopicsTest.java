package io.runstream.transfer.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.kit.log.Topics;
import org.junit.jupiter.api.Test;

class TransferTopicsTest {
    @Test
    void areNamedAsTheServicesNameThem() {
        assertThat(TransferTopics.TRACKING).isEqualTo(Topics.TRACKING);
        assertThat(TransferTopics.ACCESS).isEqualTo(Topics.ACCESS);
    }
}
