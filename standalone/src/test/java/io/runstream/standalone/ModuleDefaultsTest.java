package io.runstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** All modules' defaults meet on this class path, where of two values of one key the first wins without a word. */
class ModuleDefaultsTest {

    @Test
    void noTwoModulesHaveADefaultForTheSameKey() throws IOException {
        Map<String, URL> owners = new HashMap<>();
        for (URL file : resources("META-INF/microprofile-config.properties")) {
            for (String key : load(file).stringPropertyNames()) {
                assertThat(owners.putIfAbsent(key, file))
                        .as("%s in %s", key, file)
                        .isNull();
            }
        }
        assertThat(owners).isNotEmpty();
    }

    @Test
    void onlyStandaloneHasApplicationProperties() throws IOException {
        assertThat(resources("application.properties")).hasSize(1);
    }

    private static List<URL> resources(String name) throws IOException {
        return Collections.list(ModuleDefaultsTest.class.getClassLoader().getResources(name));
    }

    private static Properties load(URL file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = file.openStream()) {
            properties.load(in);
        }
        return properties;
    }
}
