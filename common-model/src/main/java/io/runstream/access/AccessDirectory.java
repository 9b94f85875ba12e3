package io.runstream.access;

import io.runstream.access.Outcome.Reason;
import io.runstream.access.v1.AccessEvent;
import io.runstream.access.v1.AdministratorChanged;
import io.runstream.access.v1.PasswordChanged;
import io.runstream.access.v1.PermissionGranted;
import io.runstream.access.v1.PermissionRevoked;
import io.runstream.access.v1.UserCreated;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Who there is and who may do what, as the events of the access topic say: the same events in the same order make the same
 * directory, wherever they are read.
 *
 * <p>One thread applies events; any thread may ask, and sees each user and each user's permissions as some event left them.
 */
public final class AccessDirectory {
    private final ConcurrentMap<String, User> users = new ConcurrentHashMap<>();
    /** By name, not in the user: people whom an identity provider knows have permissions too. */
    private final ConcurrentMap<String, Grants> grants = new ConcurrentHashMap<>();

    private final Set<Long> experiments = new HashSet<>();
    private final ModelGrants models = new ModelGrants(grants);
    private long lastUserId;

    /** @return null if nobody with a password has that name */
    public @Nullable User find(String name) {
        return users.get(name);
    }

    /** In the order of their creation. */
    public List<User> users() {
        return users.values().stream()
                .sorted(Comparator.comparingLong(User::id))
                .toList();
    }

    /** What somebody was given, whether or not they have a password here. */
    public Grants grantsOf(String name) {
        return grants.getOrDefault(name, Grants.NONE);
    }

    /** To be called in the topic's order. */
    public Outcome apply(AccessEvent event) {
        return switch (event.getEventCase()) {
            case USER_CREATED -> create(event.getUserCreated());
            case PASSWORD_CHANGED -> changePassword(event.getPasswordChanged());
            case ADMINISTRATOR_CHANGED -> changeAdministrator(event.getAdministratorChanged());
            case USER_DELETED -> deleteUser(event.getUserDeleted().getUsername());
            case PERMISSION_GRANTED -> grant(event.getPermissionGranted());
            case PERMISSION_REVOKED -> revoke(event.getPermissionRevoked());
            case EXPERIMENT_CREATED ->
                own(event.getPrincipal(), event.getExperimentCreated().getExperimentId());
            case REGISTERED_MODEL_CREATED -> {
                models.created(event.getPrincipal(), event.getRegisteredModelCreated());
                yield Outcome.DONE;
            }
            case REGISTERED_MODEL_RENAMED -> {
                models.renamed(event.getRegisteredModelRenamed());
                yield Outcome.DONE;
            }
            case REGISTERED_MODEL_DELETED -> {
                models.deleted(event.getRegisteredModelDeleted());
                yield Outcome.DONE;
            }
            case EVENT_NOT_SET -> new Outcome.Refused(Reason.UNKNOWN_EVENT);
        };
    }

    private Outcome create(UserCreated created) {
        if (users.containsKey(created.getUsername())) {
            return new Outcome.Refused(Reason.USER_EXISTS);
        }
        lastUserId++;
        User user = new User(lastUserId, created.getUsername(), created.getPasswordHash(), created.getAdministrator());
        users.put(user.name(), user);
        return new Outcome.Created(user);
    }

    private Outcome changePassword(PasswordChanged changed) {
        User user = users.get(changed.getUsername());
        if (user == null) {
            return new Outcome.Refused(Reason.NO_SUCH_USER);
        }
        users.put(user.name(), user.withPasswordHash(changed.getPasswordHash()));
        return Outcome.DONE;
    }

    private Outcome changeAdministrator(AdministratorChanged changed) {
        User user = users.get(changed.getUsername());
        if (user == null) {
            return new Outcome.Refused(Reason.NO_SUCH_USER);
        }
        if (!changed.getAdministrator() && isLastAdministrator(user)) {
            return new Outcome.Refused(Reason.LAST_ADMINISTRATOR);
        }
        users.put(user.name(), user.withAdministrator(changed.getAdministrator()));
        return Outcome.DONE;
    }

    private Outcome deleteUser(String name) {
        User user = users.get(name);
        if (user == null) {
            return new Outcome.Refused(Reason.NO_SUCH_USER);
        }
        if (isLastAdministrator(user)) {
            return new Outcome.Refused(Reason.LAST_ADMINISTRATOR);
        }
        users.remove(name);
        grants.remove(name);
        models.forget(name);
        return Outcome.DONE;
    }

    private boolean isLastAdministrator(User user) {
        return user.administrator()
                && users.values().stream().filter(User::administrator).count() == 1;
    }

    private Outcome grant(PermissionGranted granted) {
        String name = granted.getUsername();
        Grantable what = AccessCodec.grantable(granted.getTarget());
        Permission permission = AccessCodec.permission(granted.getPermission());
        if (what == null || permission == null) {
            return new Outcome.Refused(Reason.UNKNOWN_EVENT);
        }
        if (!granted.getKnownElsewhere() && !users.containsKey(name)) {
            return new Outcome.Refused(Reason.NO_SUCH_USER);
        }
        Grants before = grantsOf(name);
        if (before.on().containsKey(what)) {
            return new Outcome.Refused(Reason.GRANT_EXISTS);
        }
        grants.put(name, before.with(what, permission));
        return Outcome.DONE;
    }

    private Outcome revoke(PermissionRevoked revoked) {
        Grantable what = AccessCodec.grantable(revoked.getTarget());
        Grants before = grantsOf(revoked.getUsername());
        if (what == null || !before.on().containsKey(what)) {
            return new Outcome.Refused(Reason.NO_SUCH_GRANT);
        }
        grants.put(revoked.getUsername(), before.without(what));
        return Outcome.DONE;
    }

    /** Who repeats a creation that has long been answered gets no permission that was taken from them since. */
    private Outcome own(String owner, long experimentId) {
        if (experiments.add(experimentId)) {
            grants.put(owner, grantsOf(owner).with(new Securable.Experiment(experimentId), Permission.MANAGE));
        }
        return Outcome.DONE;
    }
}
