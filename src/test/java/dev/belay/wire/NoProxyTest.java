package dev.belay.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a list of exceptions covers. */
class NoProxyTest {

    @ParameterizedTest(name = "{0} | {1}:{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | a.com | 80 | false",
                "* | a.com | 80 | true",
                "a.com | a.com | 80 | true",
                "a.com | A.Com | 80 | true",
                "A.COM | a.com | 80 | true",
                "a.com | x.a.com | 80 | true",
                "a.com | xa.com | 80 | false",
                "a.com | a.com.org | 80 | false",
                ".a.com | x.a.com | 80 | true",
                ".a.com | y.x.a.com | 80 | true",
                ".a.com | a.com | 80 | true",
                "*.a.com | x.a.com | 80 | true",
                "a.com | a.com. | 80 | true",
                "com | a.com | 80 | true",
                ". | a.com | 80 | false",
                "a.com:443 | a.com | 443 | true",
                "a.com:443 | x.a.com | 443 | true",
                "a.com:443 | a.com | 80 | false",
                "b.com, a.com ,c.com | a.com | 80 | true",
                "b.com a.com | a.com | 80 | true",
                "b.com,,c.com | a.com | 80 | false",
                "10.1.2.3 | 10.1.2.3 | 80 | true",
                "10.1.2.3:8080 | 10.1.2.3 | 8080 | true",
                "10.1.2.3:8080 | 10.1.2.3 | 80 | false",
                "10.1.2.3 | 10.1.2.30 | 80 | false",
                "2.3 | 10.1.2.3 | 80 | false",
                "10.0.0.0/8 | 10.200.3.4 | 80 | true",
                "10.0.0.0/8 | 11.0.0.1 | 80 | false",
                "192.168.4.0/22 | 192.168.7.255 | 80 | true",
                "192.168.4.0/22 | 192.168.8.0 | 80 | false",
                "10.1.2.3/32 | 10.1.2.3 | 80 | true",
                "0.0.0.0/0 | 8.8.8.8 | 80 | true",
                "10.0.0.0/33 | 10.0.0.0 | 80 | false",
                "10.0.0.0/x | 10.0.0.0 | 80 | false",
                "10.0.0.0/8 | ten.com | 80 | false",
                "fd00::/8 | fd12::1 | 80 | true",
                "fd00::/8 | fe80::1 | 80 | false",
                "::1 | ::1 | 80 | true",
                "2001:db8::1 | 2001:db8:0::1 | 80 | true",
                "[2001:db8::1] | 2001:db8::1 | 80 | true",
                "[2001:db8::1]:443 | 2001:db8::1 | 443 | true",
                "[2001:db8::1]:443 | 2001:db8::1 | 80 | false",
                "10.0.0.0/8 | fd12::1 | 80 | false",
            })
    void covers(String list, String host, int port, boolean covered) {
        assertEquals(covered, NoProxy.covers(list, host, port));
    }
}
