package io.runstream.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.access.Permission;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessConfigTest {
    @Test
    void authenticationIsOffAndHasNoPasswordUnlessTold() {
        AccessConfig config = config(Map.of());
        assertThat(config.enabled()).isFalse();
        assertThat(config.defaultPermission()).isEqualTo(Permission.READ);
        assertThat(config.rememberedPasswords()).isEqualTo(10_000);
        assertThat(config.admin().username()).isEqualTo("admin");
        assertThat(config.admin().password()).isEmpty();
        assertThat(config.token().administratorRole()).isEmpty();
    }

    @Test
    void takesWhatItIsTold() {
        AccessConfig config = config(Map.of(
                "runstream.auth.enabled", "true",
                "runstream.auth.default-permission", "NO_PERMISSIONS",
                "runstream.auth.remembered-passwords", "5",
                "runstream.auth.admin.username", "root",
                "runstream.auth.admin.password", "correct horse battery",
                "runstream.auth.token.administrator-role", "mlops"));
        assertThat(config.enabled()).isTrue();
        assertThat(config.defaultPermission()).isEqualTo(Permission.NO_PERMISSIONS);
        assertThat(config.rememberedPasswords()).isEqualTo(5);
        assertThat(config.admin().username()).isEqualTo("root");
        assertThat(config.admin().password()).contains("correct horse battery");
        assertThat(config.token().administratorRole()).contains("mlops");
    }

    private static AccessConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(AccessConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(AccessConfig.class);
    }
}
