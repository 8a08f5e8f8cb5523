package dev.belay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static Optional<String> nearest(String id, List<String> known) {
        Nearest<String> nearest = new Nearest<>(id);
        for (String name : known) {
            if (nearest.isFoundWith(name, name)) {
                break;
            }
        }
        return nearest.found();
    }

    @Test
    void theLongestOfSeveralWinsInAnyOrder() {
        assertEquals(Optional.of("m-2025"), nearest("m-2025-01-01", List.of("m", "m-2025")));
        assertEquals(Optional.of("m-2025"), nearest("m-2025-01-01", List.of("m-2025", "m")));
    }

    @Test
    void theVeryNameWinsOverAll() {
        assertEquals(Optional.of("m-2025"), nearest("m-2025", List.of("m", "m-2025", "m-20")));
        assertEquals(Optional.of("m-2025"), nearest("m-2025", List.of("m-2025", "m")));
    }

    @Test
    void aNameThatOnlyBeginsAlikeIsNone() {
        assertEquals(Optional.empty(), nearest("m-large", List.of("m", "m-l", "m-larger")));
        assertEquals(Optional.empty(), nearest("m", List.of()));
    }
}
