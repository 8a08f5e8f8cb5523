package dev.belay.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.wire.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No key comes back out, whatever a server does with it. */
class SecretTest {

    private static final Endpoint ENDPOINT = new Endpoint(
            "https://api.example.com/v1", Optional.of(new Secret("the-key-that-is-marked")), "EXAMPLE_API_KEY");

    private static Refusal refusal(String body) {
        return new Refusal(401, Map.of(), body, "https://api.example.com/v1/chat/completions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the-key-that-is-marked",
                "before the-key-that-is-marked, after",
                "the-key-that-is…",
                "…ey-that-is-marked",
                "dGhlLWtleS10aGF0LWlzLW1hcmtlZA==",
                "QmVhcmVyIHRoZS1rZXktdGhhdC1pcy1tYXJrZWQ=",
                "7468652d6b65792d746861742d69732d6d61726b6564",
                "https://u:password9@h/p?key=AIzaOther&x=1",
                "https://h/p?x=1&access_token=abcdef",
                "Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.e30.x",
                "x-api-key: 0123456789",
                "sk-proj-0123456789abcdef0123"
            })
    void noKeyIsRepeatedInWhateverFormItComes(String text) {
        for (String body : List.of(
                text,
                "{\"error\":{\"message\":\"bad key: " + text + " given\"}}",
                "{\"error\":{\"message\":\"bad key: " + text + " gi",
                "<html><title>" + text + "</title></html>")) {
            for (String said : List.of(
                    Refusals.read(refusal(body), ENDPOINT).problem().sentence(),
                    Refusals.inAnswer(body, ENDPOINT).problem().sentence())) {
                assertTrue(said.contains("•••"), said);
                for (String part : List.of(
                        "marked",
                        "the-key",
                        "RoZS1",
                        "Lhla",
                        "7468652d",
                        "password",
                        "Other",
                        "abcdef",
                        "eyJ",
                        "0123456789")) {
                    assertFalse(said.contains(part), said);
                }
            }
        }
    }

    @Test
    void aKeyWithSpecialCharactersIsNotRepeatedInAnAddressEither() {
        Endpoint endpoint = new Endpoint("https://h", Optional.of(new Secret("a/b+c=d/e+f=g/h+i")), "K");
        String said = Refusals.inAnswer(
                        "{\"error\":\"a\\/b+c=d\\/e+f=g\\/h+i a%2Fb%2Bc%3Dd%2Fe%2Bf%3Dg%2Fh%2Bi\"}", endpoint)
                .problem()
                .message();
        assertEquals("••• •••", said);
    }

    @Test
    void wordsThatOnlySpeakOfKeysStay() {
        String said =
                "Incorrect API key provided: ****-key; send it by Bearer authentication, or see https://h/keys?page=2";
        assertEquals(
                said,
                Refusals.inAnswer("{\"message\":\"" + said + "\"}", ENDPOINT)
                        .problem()
                        .message());
    }

    @Test
    void aSecretHeaderIsNotRepeatedEither() {
        Endpoint endpoint = new Endpoint(
                "https://h", "", Optional.empty(), "", Map.of("X-Token", new Secret("hush-hush-hush")), Set.of());
        assertEquals(
                "no ••• here",
                Refusals.inAnswer("{\"error\":\"no hush-hush-hush here\"}", endpoint)
                        .problem()
                        .message());
    }

    @Test
    void aWordThatAServerWantsInPlaceOfAKeyIsNoSecret() {
        Endpoint endpoint = new Endpoint("https://h", Optional.of(new Secret("none")), "K");
        assertEquals(
                "none of it",
                Refusals.inAnswer("{\"error\":\"none of it\"}", endpoint)
                        .problem()
                        .message());
    }

    @Test
    void aSecretHasNoTextOfItsOwn() {
        assertEquals("•••", new Secret("the-key-that-is-marked").toString());
        assertFalse(ENDPOINT.toString().contains("marked"), ENDPOINT.toString());
    }
}
