package io.runstream.query.projection.store;

import io.runstream.event.v1.Tag;
import io.runstream.query.projection.fold.DatasetLink;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** The parameters of {@link Sql#ADD_DATASETS}: one row per link, and the tags of all links one after the other. */
final class DatasetWrites {
    private DatasetWrites() {}

    static Tuple datasets(List<DatasetLink> links) {
        List<String> tagKeys = new ArrayList<>();
        List<String> tagValues = new ArrayList<>();
        Integer[] first = new Integer[links.size()];
        Integer[] last = new Integer[links.size()];
        for (int i = 0; i < links.size(); i++) {
            first[i] = tagKeys.size() + 1;
            for (Tag tag : links.get(i).tags()) {
                tagKeys.add(tag.getKey());
                tagValues.add(tag.getValue());
            }
            last[i] = tagKeys.size();
        }
        return Tuple.tuple()
                .addArrayOfUUID(Column.uuids(links, DatasetLink::runId))
                .addArrayOfUUID(Column.uuids(links, link -> link.dataset().id()))
                .addArrayOfString(Column.texts(links, link -> link.dataset().name()))
                .addArrayOfString(Column.texts(links, link -> link.dataset().digest()))
                .addArrayOfString(Column.texts(links, link -> link.dataset().sourceType()))
                .addArrayOfString(Column.texts(links, link -> link.dataset().source()))
                .addArrayOfString(Column.texts(links, link -> link.dataset().schema()))
                .addArrayOfString(Column.texts(links, link -> link.dataset().profile()))
                .addArrayOfLong(Column.longs(links, DatasetLink::sequence))
                .addArrayOfInteger(Column.ints(links, DatasetLink::ordinal))
                .addArrayOfString(Column.texts(links, DatasetLink::context))
                .addArrayOfInteger(first)
                .addArrayOfInteger(last)
                .addArrayOfString(tagKeys.toArray(String[]::new))
                .addArrayOfString(tagValues.toArray(String[]::new));
    }
}
