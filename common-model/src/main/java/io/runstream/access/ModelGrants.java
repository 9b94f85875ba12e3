package io.runstream.access;

import io.runstream.access.v1.RegisteredModelCreated;
import io.runstream.access.v1.RegisteredModelDeleted;
import io.runstream.access.v1.RegisteredModelRenamed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Permissions on registered models, whose names are used again. The registry has decided on creations, renamings and deletions
 * before their events come here, and those of two callers may come in the other order. So a model is known by its name and by
 * when it was created: permissions of one that has lost its name to a later one are set aside until the event comes that says
 * where they go.
 *
 * <p>Not thread-safe, except for those who read the permissions: they see each user's as some event left them.
 */
final class ModelGrants {
    /** When it was created is not known: it is older than authentication, or the event is of an older version. */
    private static final long UNKNOWN = 0;

    private final ConcurrentMap<String, Grants> grants;
    private final Map<String, Long> createdAt = new HashMap<>();
    private final Map<String, NavigableMap<Long, Map<String, Permission>>> aside = new HashMap<>();

    /** @param grants by users' names; changed here, and by the caller between events */
    ModelGrants(ConcurrentMap<String, Grants> grants) {
        this.grants = grants;
    }

    void created(String owner, RegisteredModelCreated created) {
        String name = created.getName();
        long at = created.getCreatedAt();
        long before = createdAt.getOrDefault(name, UNKNOWN);
        Map<String, Permission> permissions = Map.of(owner, Permission.MANAGE);
        if (at > before) {
            setAside(name);
            createdAt.put(name, at);
            write(Map.of(name, permissions));
        } else if (at < before) {
            aside(name).putIfAbsent(at, permissions);
        }
    }

    void renamed(RegisteredModelRenamed renamed) {
        String from = renamed.getName();
        String to = renamed.getNewName();
        if (from.equals(to) || isToldAgain(renamed)) {
            return;
        }
        Map<String, Map<String, Permission>> after = new HashMap<>();
        long before = createdAt.getOrDefault(from, UNKNOWN);
        long at = renamed.getCreatedAt() == UNKNOWN ? before : renamed.getCreatedAt();
        Map<String, Permission> moving = take(from, at, after);
        if (at != UNKNOWN && at < createdAt.getOrDefault(to, UNKNOWN)) {
            aside(to).put(at, moving);
        } else {
            setAside(to);
            createdAt.put(to, at);
            after.put(to, moving);
        }
        write(after);
    }

    private boolean isToldAgain(RegisteredModelRenamed renamed) {
        long at = renamed.getCreatedAt();
        return at != UNKNOWN
                && at == createdAt.getOrDefault(renamed.getNewName(), UNKNOWN)
                && at != createdAt.getOrDefault(renamed.getName(), UNKNOWN);
    }

    void deleted(RegisteredModelDeleted deleted) {
        Map<String, Map<String, Permission>> after = new HashMap<>();
        take(deleted.getName(), deleted.getCreatedAt(), after);
        write(after);
    }

    /** Another user of that name inherits nothing, of what is set aside neither. */
    void forget(String user) {
        aside.values()
                .forEach(models -> models.replaceAll((at, permissions) -> {
                    Map<String, Permission> others = new HashMap<>(permissions);
                    others.remove(user);
                    return others;
                }));
    }

    /**
     * The permissions on the model of that name and time, which gives up its name.
     *
     * @param after gets what is on the name from then on, if that changes
     */
    private Map<String, Permission> take(String name, long at, Map<String, Map<String, Permission>> after) {
        long current = createdAt.getOrDefault(name, UNKNOWN);
        if (at != UNKNOWN && current != UNKNOWN && at != current) {
            Map<String, Permission> taken = aside(name).remove(at);
            return taken == null ? Map.of() : taken;
        }
        Map<String, Permission> taken = permissionsOn(name);
        Map.Entry<Long, Map<String, Permission>> latest = aside(name).pollLastEntry();
        if (latest == null) {
            createdAt.remove(name);
            aside.remove(name);
            after.put(name, Map.of());
        } else {
            createdAt.put(name, latest.getKey());
            after.put(name, latest.getValue());
        }
        return taken;
    }

    /** What nobody knows the time of can't be told of later: it is lost. */
    private void setAside(String name) {
        long current = createdAt.getOrDefault(name, UNKNOWN);
        if (current != UNKNOWN) {
            aside(name).put(current, permissionsOn(name));
        }
    }

    private NavigableMap<Long, Map<String, Permission>> aside(String name) {
        return aside.computeIfAbsent(name, first -> new TreeMap<>());
    }

    private Map<String, Permission> permissionsOn(String name) {
        Securable model = new Securable.RegisteredModel(name);
        Map<String, Permission> found = new HashMap<>();
        grants.forEach((user, granted) -> {
            Permission permission = granted.on().get(model);
            if (permission != null) {
                found.put(user, permission);
            }
        });
        return Map.copyOf(found);
    }

    /** Each user's permissions change at once: nobody sees a denial gone from one name and not on the other yet. */
    private void write(Map<String, Map<String, Permission>> permissionsOfModels) {
        Set<String> users = new HashSet<>(grants.keySet());
        permissionsOfModels.values().forEach(permissions -> users.addAll(permissions.keySet()));
        for (String user : users) {
            Grants before = grants.getOrDefault(user, Grants.NONE);
            Grants after = before;
            for (Map.Entry<String, Map<String, Permission>> model : permissionsOfModels.entrySet()) {
                Securable on = new Securable.RegisteredModel(model.getKey());
                Permission permission = model.getValue().get(user);
                after = permission == null ? after.without(on) : after.with(on, permission);
            }
            if (!after.equals(before)) {
                grants.put(user, after);
            }
        }
    }
}
