package io.runstream.transfer.log;

import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * What goes from one partition into one partition. It goes in order, so what has arrived of a lane is its beginning.
 *
 * @param source partition of the topic that was exported
 * @param target partition of the topic of the same name
 */
record Lane(String topic, int source, int target) {

    /**
     * The lane of a record with that key: as Kafka's own partitioner chooses, so that imported and new events of one key lie
     * in one partition. A record without a key concerns nobody and may lie anywhere.
     *
     * @param targets how many partitions the target topic has
     */
    static Lane of(String topic, int source, byte @Nullable [] key, int targets) {
        int target = key == null ? source % targets : Utils.toPositive(Utils.murmur2(key)) % targets;
        return new Lane(topic, source, target);
    }
}
