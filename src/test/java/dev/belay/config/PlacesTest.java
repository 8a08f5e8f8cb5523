package dev.belay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.belay.os.Os;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlacesTest {

    private static final Path HOME = Path.of("home", "me").toAbsolutePath();

    private static Places places(Os os, String... variables) {
        Map<String, String> all = new HashMap<>(Map.of("HOME", HOME.toString()));
        for (int i = 0; i < variables.length; i += 2) {
            all.put(variables[i], variables[i + 1]);
        }
        return Places.in(new Environment(all), os);
    }

    private static String absolute(String folder) {
        return Path.of(folder).toAbsolutePath().toString();
    }

    @Test
    void elsewhere_they_are_where_the_xdg_rules_say() {
        assertEquals(
                new Places(
                        HOME.resolve(".config/belay/config.toml"),
                        HOME.resolve(".local/share/belay/sessions"),
                        HOME.resolve(".local/state/belay/history"),
                        HOME.resolve(".cache/belay/models")),
                places(Os.LINUX, "APPDATA", absolute("roaming")));
    }

    @Test
    void on_windows_the_config_goes_with_the_person_and_the_rest_stays() {
        Path roaming = Path.of(absolute("roaming"));
        Path local = Path.of(absolute("local"));
        assertEquals(
                new Places(
                        roaming.resolve("belay").resolve("config.toml"),
                        local.resolve("belay").resolve("sessions"),
                        local.resolve("belay").resolve("history"),
                        local.resolve("belay").resolve("models")),
                places(Os.WINDOWS, "APPDATA", roaming.toString(), "LOCALAPPDATA", local.toString()));
    }

    @Test
    void on_windows_the_persons_folder_helps_when_nothing_is_set() {
        Places places = places(Os.WINDOWS, "APPDATA", "not absolute");
        assertEquals(HOME.resolve("AppData/Roaming/belay/config.toml"), places.config());
        assertEquals(HOME.resolve("AppData/Local/belay/sessions"), places.sessions());
    }

    @ParameterizedTest
    @EnumSource(Os.class)
    void the_xdg_variables_come_first_everywhere(Os os) {
        Places places = places(os, "XDG_DATA_HOME", absolute("data"), "BELAY_CONFIG", "my.toml");
        assertEquals(Path.of(absolute("data")).resolve("belay").resolve("sessions"), places.sessions());
        assertEquals(Path.of("my.toml"), places.config());
    }

    @Test
    void on_windows_variables_have_no_case() {
        Map<String, String> path = Map.of("Path", "C:\\Windows");
        assertEquals(
                Optional.of("C:\\Windows"), Environment.of(path, Os.WINDOWS).get("PATH"));
        assertEquals(Optional.empty(), Environment.of(path, Os.LINUX).get("PATH"));
    }

    @Test
    void a_terminal_that_says_nothing_is_dumb_but_on_windows() {
        Map<String, String> set = Map.of("TERM", "xterm-kitty");
        assertEquals("xterm-kitty", new Environment(set).terminalType());
        assertEquals(Os.current().terminalType(), new Environment(Map.of()).terminalType());
    }
}
