package io.tideline.survey.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** W06, S09: whom the limit of a network counts. */
class ClientNetworkTest {
    private static final ClientNetwork DIRECT = new ClientNetwork(List.of());
    private static final ClientNetwork BEHIND_PROXIES = new ClientNetwork(
            Stream.of("10.0.0.0/8", "fd00::/8").map(ClientNetworkTest::cidr).toList());

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:db8:1:2:ffff::1, 20010db800010002/64",
        "2001:db8:1:3::1, 20010db800010003/64",
        "fe80::1%lo, fe80000000000000/64",
        "::ffff:192.0.2.7, 192.0.2.7",
        "0:0:0:0:0:0:0:1, 0000000000000000/64"
    })
    void aNetworkIsAnAddressOrAHousehold(String peer, String network) {
        assertThat(DIRECT.of(peer, List.of())).isEqualTo(network);
        assertThat(DIRECT.of(peer, List.of("198.51.100.1"))).isEqualTo(network);
        assertThat(BEHIND_PROXIES.of(peer, List.of("198.51.100.1"))).isEqualTo(network);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.7 | 192.0.2.7",
                "198.51.100.1, 192.0.2.7 | 192.0.2.7",
                "192.0.2.7, 10.9.9.9 | 192.0.2.7",
                "198.51.100.1,192.0.2.7,fd00::7,10.9.9.9 | 192.0.2.7",
                "10.1.1.1, 192.0.2.7 | 192.0.2.7",
                "2001:db8:1:2::99 | 20010db800010002/64",
                "198.51.100.1, 2001:db8:1:2:ffff::1 | 20010db800010002/64",
                "::ffff:192.0.2.7 | 192.0.2.7",
                "192.0.2.7:51234 | 192.0.2.7",
                "[2001:db8:1:2::99]:51234 | 20010db800010002/64",
                "[2001:db8:1:2::99] | 20010db800010002/64",
                "192.0.2.7, unknown | 10.0.0.1",
                "192.0.2.7, | 10.0.0.1",
                "192.0.2.7, localhost, 10.9.9.9 | 10.9.9.9",
                "10.1.1.1, 10.9.9.9 | 10.1.1.1",
                "'' | 10.0.0.1"
            })
    void behindProxiesItIsTheLastThatNoneOfThemIs(String forwarded, String network) {
        assertThat(BEHIND_PROXIES.of("10.0.0.1", List.of(forwarded))).isEqualTo(network);
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(BEHIND_PROXIES.of("10.0.0.1", List.of("198.51.100.1", "192.0.2.7", "10.9.9.9")))
                .isEqualTo("192.0.2.7");
        assertThat(BEHIND_PROXIES.of("10.0.0.1", List.of())).isEqualTo("10.0.0.1");
    }

    private static CidrAddress cidr(String network) {
        return Inet.parseCidrAddress(network);
    }
}
