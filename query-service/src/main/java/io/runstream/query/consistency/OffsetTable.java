package io.runstream.query.consistency;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Asks Postgres how far all replicas together have projected. */
interface OffsetTable {
    /** The next offset of each partition that any replica has projected something of. */
    CompletionStage<Map<Integer, Long>> read();
}
