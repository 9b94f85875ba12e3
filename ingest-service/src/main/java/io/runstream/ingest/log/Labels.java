package io.runstream.ingest.log;

import io.runstream.api.KeyValue;
import io.runstream.event.v1.Param;
import io.runstream.event.v1.Tag;
import java.util.List;

/** From keys with values, as clients send them, to those of events. */
public final class Labels {
    private Labels() {}

    public static Tag tag(KeyValue tag) {
        return Tag.newBuilder().setKey(tag.key()).setValue(tag.value()).build();
    }

    public static List<Tag> tags(List<KeyValue> tags) {
        return tags.stream().map(Labels::tag).toList();
    }

    public static List<Param> params(List<KeyValue> params) {
        return params.stream()
                .map(param -> Param.newBuilder()
                        .setKey(param.key())
                        .setValue(param.value())
                        .build())
                .toList();
    }
}
