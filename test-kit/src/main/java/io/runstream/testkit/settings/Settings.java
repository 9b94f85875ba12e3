package io.runstream.testkit.settings;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The settings that the configuration interfaces of some classes declare. */
public final class Settings {
    /** How a README writes a part of a name that the operator chooses. */
    private static final String CHOSEN = ".<name>";

    private final SortedMap<String, String> defaults = new TreeMap<>();

    private Settings() {}

    /**
     * @param root a package; those below it are meant too
     * @return the default of every property, empty where there is none
     */
    public static SortedMap<String, String> declaredIn(String root) {
        Settings settings = new Settings();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(root).stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(JavaClass::reflect)
                        .forEach(type -> settings.read(
                                type, type.getAnnotation(ConfigMapping.class).prefix()));
        return settings.defaults;
    }

    private void read(Class<?> type, String prefix) {
        for (Method property : type.getMethods()) {
            if (Modifier.isAbstract(property.getModifiers())) {
                read(property, prefix + "." + name(property));
            }
        }
    }

    private void read(Method property, String name) {
        WithDefault declared = property.getAnnotation(WithDefault.class);
        Group group = Group.of(property.getGenericReturnType());
        if (group != null && declared == null) {
            read(group.type, group.named ? name + CHOSEN : name);
        } else {
            defaults.put(name, declared == null ? "" : declared.value());
        }
    }

    private static String name(Method property) {
        WithName named = property.getAnnotation(WithName.class);
        return named != null
                ? named.value()
                : property.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /**
     * Settings that belong together.
     *
     * @param type an interface of them
     * @param named whether there may be several of them, each by a name
     */
    private record Group(Class<?> type, boolean named) {
        static @Nullable Group of(Type type) {
            if (type instanceof Class<?> plain) {
                return isGroup(plain) ? new Group(plain, false) : null;
            }
            if (type instanceof ParameterizedType generic) {
                Type[] of = generic.getActualTypeArguments();
                boolean named = generic.getRawType() == Map.class;
                boolean mayBeGroup = named || generic.getRawType() == Optional.class;
                return mayBeGroup && of[of.length - 1] instanceof Class<?> plain && isGroup(plain)
                        ? new Group(plain, named)
                        : null;
            }
            return null;
        }

        private static boolean isGroup(Class<?> type) {
            return type.isInterface() && type.getEnclosingClass() != null;
        }
    }
}
