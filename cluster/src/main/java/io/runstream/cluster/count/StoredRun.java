package io.runstream.cluster.count;

import java.util.HashMap;
import java.util.Map;

/** A run as it stands in the tables. */
final class StoredRun {
    private static final int FINISHED = 3;

    private final String name;
    private final int status;
    private final long endTime;
    private final boolean deleted;
    private final Map<String, String> params = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();
    private final Map<String, Integer> points = new HashMap<>();

    StoredRun(String name, int status, long endTime, boolean deleted) {
        this.name = name;
        this.status = status;
        this.endTime = endTime;
        this.deleted = deleted;
    }

    void addParam(String key, String value) {
        params.put(key, value);
    }

    void addTag(String key, String value) {
        tags.put(key, value);
    }

    void addPoint(String key, long step, long timestamp, double value) {
        points.merge(point(key, step, timestamp, value), 1, Integer::sum);
    }

    private static String point(String key, long step, long timestamp, double value) {
        return key + "@" + step + "," + timestamp + "=" + value;
    }

    String name() {
        return name;
    }

    boolean isDeleted() {
        return deleted;
    }

    boolean isFinishedAt(long time) {
        return status == FINISHED && endTime == time;
    }

    /** How often a point whose step, timestamp and value are all that number stands there. */
    int count(String key, long step) {
        return points.getOrDefault(point(key, step, step, step), 0);
    }

    Presence param(String key, String value) {
        return label(params, key, value);
    }

    Presence tag(String key, String value) {
        return label(tags, key, value);
    }

    private static Presence label(Map<String, String> labels, String key, String value) {
        String stored = labels.get(key);
        if (stored == null) {
            return Presence.ABSENT;
        }
        return stored.equals(value) ? Presence.ONCE : Presence.PARTLY;
    }
}
