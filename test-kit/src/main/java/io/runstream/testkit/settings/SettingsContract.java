package io.runstream.testkit.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A module's README has a line of a table for each of its settings: the property, its default, and what it does. A module's
 * test extends this and names its package.
 */
public abstract class SettingsContract {
    private static final Pattern LINE =
            Pattern.compile("\\| `(runstream\\.[^`]+)` \\| (?:`([^`]*)`)? *\\| (\\S.*) \\|");

    private final String root;

    /** @param root the module's own package, {@code io.runstream.query} for example */
    protected SettingsContract(String root) {
        this.root = root;
    }

    @Test
    void theReadmeNamesEverySettingWithItsDefault() throws IOException {
        assertThat(documented()).containsExactlyEntriesOf(Settings.declaredIn(root));
    }

    private static SortedMap<String, String> documented() throws IOException {
        SortedMap<String, String> defaults = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            Matcher setting = LINE.matcher(line);
            if (setting.matches()) {
                String value = setting.group(2);
                defaults.put(setting.group(1), value == null ? "" : value);
            }
        }
        return defaults;
    }
}
