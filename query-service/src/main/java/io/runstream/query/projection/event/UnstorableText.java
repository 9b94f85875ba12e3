package io.runstream.query.projection.event;

import com.google.protobuf.Message;
import io.runstream.event.v1.LogParams;
import io.runstream.event.v1.Metric;
import io.runstream.event.v1.Param;
import io.runstream.event.v1.RunCreated;
import io.runstream.event.v1.Tag;
import io.runstream.event.v1.TrackingEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds U+0000, the one character that Postgres' text can't hold. Ingest refuses it; other writers may not. Run ids need
 * no look: they are hex digits or refused as ids.
 */
final class UnstorableText {
    private static final String FOUND = "a text holds U+0000";

    private UnstorableText() {}

    /** A sentence for the dead letter; null if all is well. */
    static @Nullable String findIn(TrackingEvent event) {
        boolean found = event.hasIdempotency() && isIn(event.getIdempotency().getKey()) || isInContent(event);
        return found ? FOUND : null;
    }

    /** What is logged most is looked at field by field; a walk over the fields as such, for all others, costs ten times that. */
    private static boolean isInContent(TrackingEvent event) {
        return switch (event.getEventCase()) {
            case RUN_CREATED -> isIn(event.getRunCreated());
            case DATA_LOGGED ->
                isInMetrics(event.getDataLogged().getMetricsList())
                        || isInTags(event.getDataLogged().getTagsList());
            case LOG_PARAMS -> isIn(event.getLogParams());
            default -> isInAnyField(event);
        };
    }

    private static boolean isIn(RunCreated run) {
        return isIn(run.getName())
                || isIn(run.getUserId())
                || isIn(run.getArtifactUri())
                || isInTags(run.getTagsList());
    }

    private static boolean isIn(LogParams params) {
        return isInParams(params.getParamsList())
                || isInMetrics(params.getMetricsList())
                || isInTags(params.getTagsList());
    }

    private static boolean isInMetrics(List<Metric> metrics) {
        for (Metric metric : metrics) {
            if (isIn(metric.getKey())
                    || isIn(metric.getModelId())
                    || isIn(metric.getDatasetName())
                    || isIn(metric.getDatasetDigest())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInParams(List<Param> params) {
        for (Param param : params) {
            if (isIn(param.getKey()) || isIn(param.getValue())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInTags(List<Tag> tags) {
        for (Tag tag : tags) {
            if (isIn(tag.getKey()) || isIn(tag.getValue())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInAnyField(Message message) {
        return message.getAllFields().values().stream().anyMatch(UnstorableText::isInAny);
    }

    private static boolean isInAny(Object value) {
        return switch (value) {
            case String text -> isIn(text);
            case Message message -> isInAnyField(message);
            case List<?> list -> list.stream().anyMatch(UnstorableText::isInAny);
            default -> false;
        };
    }

    private static boolean isIn(String text) {
        return text.indexOf('\0') >= 0;
    }
}
