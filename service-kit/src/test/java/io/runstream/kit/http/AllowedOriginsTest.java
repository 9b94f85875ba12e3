package io.runstream.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {
    private static final String HOST = "192.168.0.7:5000";
    private static final AllowedOrigins DEFAULT = AllowedOrigins.of(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "http://localhost:3000",
                "https://localhost:8443",
                "http://127.0.0.1:5000",
                "http://[::1]:5000",
                "http://192.168.0.7:5000",
                "https://192.168.0.7:5000"
            })
    void pagesOfThisMachineAndOfThisServerMayWrite(String origin) {
        assertThat(DEFAULT.mayWrite(origin, HOST)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "https://evil.example:5000",
                "null",
                "",
                "file://",
                "http://localhost.evil.example",
                "http://localhost@evil.example",
                "http://evil.example#localhost",
                "http://evil.example/localhost",
                "http://evil.example\\@localhost",
                "http://127.0.0.1.evil.example",
                "http://192.168.0.7",
                "http://192.168.0.7:5001",
                "http://192.168.0.7:5000.evil.example",
                "http://[::2]",
                "localhost"
            })
    void pagesOfOtherSitesMayNeitherReadNorWrite(String origin) {
        assertThat(DEFAULT.mayWrite(origin, HOST)).isFalse();
        assertThat(DEFAULT.mayRead(origin)).isFalse();
    }

    @Test
    void pagesOfThisMachineMayRead() {
        assertThat(List.of("http://localhost:3000", "http://127.0.0.1", "http://[::1]:5000"))
                .allMatch(DEFAULT::mayRead);
    }

    @Test
    void listedSitesMayReadAndWrite() {
        AllowedOrigins origins = AllowedOrigins.of(List.of("https://ui.example", " https://*.lab.example"));

        assertThat(List.of("https://ui.example", "https://a.lab.example"))
                .allMatch(origins::mayRead)
                .allMatch(origin -> origins.mayWrite(origin, HOST));
        assertThat(List.of("http://ui.example", "https://ui.example:8443", "https://lab.example"))
                .noneMatch(origins::mayRead)
                .noneMatch(origin -> origins.mayWrite(origin, HOST));
    }

    @Test
    void everySiteMayIfToldSo() {
        AllowedOrigins origins = AllowedOrigins.of(List.of("*"));

        assertThat(origins.isEvery()).isTrue();
        assertThat(origins.mayRead("http://evil.example")).isTrue();
        assertThat(origins.mayWrite("http://evil.example", HOST)).isTrue();
    }
}
