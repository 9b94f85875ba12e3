package io.runstream.query.projection.fold;

import io.runstream.event.v1.Param;
import io.runstream.event.v1.ParamChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Params beside those that are there: a param is logged once, and may be logged again with the same value.
 *
 * @param fresh those that are not there yet, by key
 * @param changes those that are there, or earlier among these, with another value
 */
record ParamComparison(Map<String, String> fresh, List<ParamChange> changes) {

    /** @param known the value that is there; null if there is none */
    static ParamComparison of(List<Param> params, Function<String, @Nullable String> known) {
        Map<String, String> fresh = new HashMap<>();
        List<ParamChange> changes = new ArrayList<>();
        for (Param param : params) {
            String there = known.apply(param.getKey());
            String old = there == null ? fresh.putIfAbsent(param.getKey(), param.getValue()) : there;
            if (old != null && !old.equals(param.getValue())) {
                changes.add(ParamChange.newBuilder()
                        .setKey(param.getKey())
                        .setOldValue(old)
                        .setNewValue(param.getValue())
                        .build());
            }
        }
        return new ParamComparison(fresh, changes);
    }
}
