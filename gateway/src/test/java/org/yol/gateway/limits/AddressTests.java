package org.yol.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTests {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "::ffff:203.0.113.7, ::ffff:203.0.113.7",
        "not-an-address, not-an-address",
    })
    void oneThatATrustedProxyNamesIsNotResolved(String named, String counted) {
        assertThat(Address.of(InetSocketAddress.createUnresolved(named, 1))).isEqualTo(counted);
    }

    @Test
    void everyAddressOfASubscriberIsCountedAsOne() throws Exception {
        assertThat(of("2001:db8:1:2::1")).isEqualTo(of("2001:db8:1:2:ffff::2")).isNotEqualTo(of("2001:db8:1:3::1"));
    }

    private static String of(String literal) throws Exception {
        return Address.of(new InetSocketAddress(InetAddress.getByName(literal), 1));
    }
}
