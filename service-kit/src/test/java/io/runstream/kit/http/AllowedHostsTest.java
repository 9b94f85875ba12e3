package io.runstream.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.HostAndPort;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:5000",
                "LOCALHOST:1",
                "127.0.0.1",
                "127.0.0.1:65535",
                "0.0.0.0:5000",
                "[::1]",
                "[::1]:5000",
                "10.1.2.3",
                "10.255.0.1:80",
                "192.168.0.7:5000",
                "172.16.0.1",
                "172.31.255.254:5000",
                "[fc00::5]:5000",
                "[fd12:3456::1]"
            })
    void answersThisMachineAndPrivateNetworksOnAnyPort(String host) {
        assertThat(AllowedHosts.byDefault().allows(parse(host))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:5000",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "10.evil.example",
                "192.168.evil.example",
                "192.168.0.7.evil.example",
                "172.16.evil.example:80",
                "172.32.0.1",
                "172.15.0.1",
                "8.8.8.8",
                "10.1.2",
                "10.1.2.3.4",
                "[2001:db8::1]",
                "[fe80::1]",
                "fd00.evil.example"
            })
    void refusesEveryOtherName(String host) {
        assertThat(AllowedHosts.byDefault().allows(parse(host))).isFalse();
    }

    @Test
    void refusesARequestThatNamesNoHost() {
        assertThat(AllowedHosts.byDefault().allows(null)).isFalse();
    }

    @Test
    void answersTheListedNamesInsteadOfTheDefaults() {
        AllowedHosts hosts = AllowedHosts.of(List.of("Runs.example", " *.lab.example ", "exact.example:8080"));

        assertThat(List.of("runs.example", "RUNS.example:443", "a.lab.example:5000", "exact.example:8080"))
                .allMatch(host -> hosts.allows(parse(host)));
        assertThat(List.of(
                        "localhost", "lab.example", "exact.example:80", "runs.example.evil.example", "xruns.example"))
                .noneMatch(host -> hosts.allows(parse(host)));
    }

    @Test
    void answersTheDefaultsBesideTheListedNamesIfToldTo() {
        AllowedHosts hosts = AllowedHosts.of(List.of("private", "runs.example"));

        assertThat(List.of("localhost:5000", "10.1.2.3", "runs.example")).allMatch(host -> hosts.allows(parse(host)));
        assertThat(List.of("private.example", "8.8.8.8")).noneMatch(host -> hosts.allows(parse(host)));
    }

    @Test
    void answersEveryNameIfToldTo() {
        assertThat(AllowedHosts.of(List.of("*")).allows(parse("evil.example"))).isTrue();
    }

    private static HostAndPort parse(String host) {
        return HostAndPort.parseAuthority(host, -1);
    }
}
