package dev.belay.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Problem.Kind;
import dev.belay.chat.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which people write proxies. */
class ProxyAddressTest {

    private static ProxyServer read(String text) {
        return ProxyAddress.read(new ProxySetting("ALL_PROXY", text));
    }

    @ParameterizedTest
    @CsvSource({
        "http://proxy:3128, HTTP, proxy, 3128",
        "HTTP://proxy:3128/, HTTP, proxy, 3128",
        "' proxy:3128 ', HTTP, proxy, 3128",
        "proxy, HTTP, proxy, 80",
        "http://10.0.0.1, HTTP, 10.0.0.1, 80",
        "http://[fd00::1]:3128, HTTP, fd00::1, 3128",
        "http://[fd00::1], HTTP, fd00::1, 80",
        "http://my_proxy:1, HTTP, my_proxy, 1",
        "socks5://proxy, SOCKS, proxy, 1080",
        "socks5h://proxy:9050, SOCKS_WITH_NAMES, proxy, 9050",
        "socks://proxy:9050, SOCKS_WITH_NAMES, proxy, 9050",
        "http://u:p@proxy:3128, HTTP, proxy, 3128",
        "u:p@proxy:3128, HTTP, proxy, 3128",
    })
    void isRead(String text, ProxyServer.Kind kind, String host, int port) {
        ProxyServer proxy = read(text);
        assertEquals(kind, proxy.kind());
        assertEquals(host, proxy.host());
        assertEquals(port, proxy.port());
        assertEquals("ALL_PROXY", proxy.setting());
    }

    @ParameterizedTest
    @CsvSource({
        "http://u:p@h, u, p", "http://u@h, u, ''", "http://u:@h, u, ''", "http://us%20er:p%40s%3As%2F@h, us er, p@s:s/",
        "http://u:a:b@h, u, a:b", "http://u:p@ss@h, u, p@ss", "socks5://u:1+1@h, u, 1+1", "http://u:%C3%A4@h, u, ä"
    })
    void itsLoginIsDecoded(String text, String user, String password) {
        assertEquals(new ProxyLogin(user, password), read(text).login().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "http://:80",
                "http://h:",
                "http://h:0",
                "http://h:65536",
                "http://h:99999999999",
                "http://h:80x",
                "http://a b:80",
                "http://h:80/path",
                "ftp://h:80",
                "http://u:%zz@h:80",
                "http://u:p4ss/word@h:80",
                "http://[fd00::g]:80",
                "http://h%2F:80",
                "http://u:p4ss#@h:80:90",
                "://h:80"
            })
    void nonsenseIsRefusedAndNotRepeated(String text) {
        ProblemException told = assertThrows(ProblemException.class, () -> read(text));
        assertEquals(Kind.CONFIGURATION, told.problem().kind());
        assertTrue(told.getMessage().startsWith("ALL_PROXY holds no address of a proxy; write http://HOST:PORT"));
        assertFalse(told.getMessage().contains("p4ss"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://u:p4ss@h:443", "socks4://u:p4ss@h", "SOCKS4A://u:p4ss@h"})
    void whatIsNotSpokenIsRefusedWithAWayOut(String text) {
        ProblemException told = assertThrows(ProblemException.class, () -> read(text));
        assertTrue(told.getMessage().startsWith("ALL_PROXY: belay "), told.getMessage());
        assertTrue(told.problem().hint().startsWith("write "), told.getMessage());
        assertFalse(told.getMessage().contains("p4ss"));
    }

    @Test
    void aLoginIsInNoText() {
        ProxyServer proxy = read("http://user:p4ss@h");
        assertFalse((proxy + " " + proxy.login() + new ProxySetting("a", "http://user:p4ss@h")).contains("p4ss"));
    }
}
