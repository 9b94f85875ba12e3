package io.runstream.ingest.log;

import io.quarkus.runtime.configuration.MemorySize;
import io.runstream.ingest.IngestConfig;

/** How much a producer may hold. Both of them full, and what their requests still hold beside, must fit into the heap. */
final class ProducerBuffer {
    private static final long HEAP_SHARE = 8;
    private static final long MOST = 64L << 20;

    private ProducerBuffer() {}

    static long bytes(IngestConfig config) {
        return config.producerBuffer()
                .map(MemorySize::asLongValue)
                .orElseGet(() -> ofHeap(Runtime.getRuntime().maxMemory()));
    }

    /** @param heap in bytes */
    static long ofHeap(long heap) {
        return Math.min(MOST, heap / HEAP_SHARE);
    }
}
