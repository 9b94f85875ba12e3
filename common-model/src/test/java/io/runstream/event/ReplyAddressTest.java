package io.runstream.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplyAddressTest {
    @Test
    void isReadAsItWasWritten() {
        ReplyAddress address = new ReplyAddress(UUID.randomUUID(), 42, 1_700_000_000_000L);

        assertThat(ReplyAddress.parse(address.toBytes())).contains(address);
        assertThat(address.replyKey()).isEqualTo(ReplyAddress.replyKey(address.instance()));
    }

    @Test
    void headerOfAnotherShapeIsNone() {
        assertThat(ReplyAddress.parse(null)).isEmpty();
        assertThat(ReplyAddress.parse(new byte[3])).isEmpty();
    }
}
