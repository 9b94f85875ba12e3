package io.runstream.ingest.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProducerBufferTest {
    private static final long MEGABYTE = 1 << 20;

    @Test
    void twoFullBuffersAreAQuarterOfASmallHeap() {
        assertThat(ProducerBuffer.ofHeap(96 * MEGABYTE)).isEqualTo(12 * MEGABYTE);
    }

    @Test
    void aLargeHeapIsNotFilledByWhatNobodyTakes() {
        assertThat(ProducerBuffer.ofHeap(16_384 * MEGABYTE)).isEqualTo(64 * MEGABYTE);
    }
}
