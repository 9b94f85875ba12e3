package io.runstream.access;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The permissions that one user was given. Immutable.
 *
 * @param on never {@link Permission#NO_PERMISSIONS}
 */
public record Grants(Map<Grantable, Permission> on) {
    public static final Grants NONE = new Grants(Map.of());

    public Grants {
        on = Map.copyOf(on);
    }

    /**
     * What the user may do with it. MLflow's rule: a denial beats everything, else the greatest counts, and a grant can't
     * give less than everybody has.
     *
     * @param byDefault what everybody has
     */
    public Permission effective(Securable securable, Permission byDefault) {
        Permission own = on.get(securable);
        Permission general = on.get(securable.every());
        if (own == Permission.DENY || general == Permission.DENY) {
            return Permission.DENY;
        }
        return greatest(byDefault, own, general);
    }

    /** What the user may do with any of that kind, unless something else is said of it. */
    public Permission effective(Every every, Permission byDefault) {
        Permission general = on.get(every);
        return general == Permission.DENY ? Permission.DENY : greatest(byDefault, general);
    }

    Grants with(Grantable what, Permission permission) {
        Map<Grantable, Permission> changed = new HashMap<>(on);
        changed.put(what, permission);
        return new Grants(changed);
    }

    Grants without(Grantable what) {
        if (!on.containsKey(what)) {
            return this;
        }
        Map<Grantable, Permission> changed = new HashMap<>(on);
        changed.remove(what);
        return new Grants(changed);
    }

    private static Permission greatest(Permission byDefault, @Nullable Permission... granted) {
        Permission greatest = byDefault;
        for (Permission permission : granted) {
            if (permission != null && permission.compareTo(greatest) > 0) {
                greatest = permission;
            }
        }
        return greatest;
    }
}
