package io.runstream.kit.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.1.2.3",
        "2001:db8:1:2:3:4:5:6, 20010db800010002::/64",
        "2001:db8:1:2:ffff::1, 20010db800010002::/64",
        "::1, 0000000000000000::/64",
        "no:address, no:address",
        "unknown, unknown",
    })
    void whoeverHasOneAddressOfIpv6HasItsNetwork(String address, String counted) {
        assertThat(ClientAddress.of(address)).isEqualTo(counted);
    }
}
