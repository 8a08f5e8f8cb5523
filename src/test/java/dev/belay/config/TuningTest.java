package dev.belay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.belay.chat.Parameters;
import dev.belay.chat.Thinking;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TuningTest {

    private static final String MODEL = "openai/gpt-5";

    private static Settings settings(String toml) {
        return Settings.of(new ConfigFile(Path.of("config.toml"), toml));
    }

    private static Tuning tuning(String toml, Parameters options) {
        return new Tuning(settings(toml), options, (parameter, model) -> true);
    }

    private static Parameters temperature(double value) {
        return new Parameters(
                OptionalDouble.of(value), Parameters.NONE.maxTokens(), List.of(), Optional.empty(), Optional.empty());
    }

    /** From the strongest to the weakest: set, option, role, the model's rule, a pattern's rule, for all. */
    @Test
    void whoComesFirstDecides() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            boolean[] says = new boolean[6];
            StringBuilder toml = new StringBuilder();
            for (int voice = 0; voice < says.length; voice++) {
                says[voice] = random.nextBoolean();
            }
            toml.append(says[5] ? "temperature = 0.5\n" : "").append("[roles.r]\nsystem = \"x\"\n");
            toml.append(says[2] ? "temperature = 0.2\n" : "");
            toml.append("[models.\"openai/*\"]\n").append(says[4] ? "temperature = 0.4\n" : "");
            toml.append("[models.\"openai/gpt-5\"]\n").append(says[3] ? "temperature = 0.3\n" : "");
            Tuning tuning = tuning(toml.toString(), says[1] ? temperature(0.1) : Parameters.NONE);
            tuning.role(tuning.settings().role("r"));
            tuning.set(Parameter.TEMPERATURE, says[0] ? Optional.of(temperature(0.0)) : Optional.empty());
            OptionalDouble expected = OptionalDouble.empty();
            for (int voice = 5; voice >= 0; voice--) {
                expected = says[voice] ? OptionalDouble.of(voice / 10.0) : expected;
            }
            assertEquals(expected, tuning.of(MODEL).temperature(), toml.toString());
        }
    }

    @Test
    void theWordThatSaysHowThinkingIsShownIsNoEffort() {
        Tuning tuning = tuning("reasoning = \"fold\"\n[models.\"gpt-5\"]\nreasoning = \"high\"\n", Parameters.NONE);
        assertEquals(Thinking.FOLD, tuning.thinking());
        assertEquals(Optional.of("high"), tuning.of(MODEL).reasoning());
        assertEquals(Optional.empty(), tuning.of("other/model").reasoning());
        tuning.thinking(Optional.of(Thinking.HIDE));
        assertEquals(Thinking.HIDE, tuning.thinking());
        tuning.thinking(Optional.empty());
        assertEquals(Thinking.FOLD, tuning.thinking());
    }

    @Test
    void anyOtherWordIsAnEffortAndLeavesThinkingShown() {
        Tuning tuning = tuning("reasoning = \"low\"\n", Parameters.NONE);
        assertEquals(Thinking.SHOW, tuning.thinking());
        assertEquals(Optional.of("low"), tuning.of(MODEL).reasoning());
        assertEquals(Optional.empty(), Parameter.REASONING.read("fold"));
    }

    @Test
    void eachParameterIsDecidedByItself() {
        Tuning tuning =
                tuning("stop = \"A\"\nreasoning = \"low\"\n[models.\"gpt-5\"]\nreasoning = \"high\"\n", temperature(1));
        tuning.set(Parameter.MAX_TOKENS, Parameter.MAX_TOKENS.read("50"));
        Parameters all = tuning.of(MODEL);
        assertEquals(OptionalDouble.of(1), all.temperature());
        assertEquals(50, all.maxTokens().orElseThrow());
        assertEquals(List.of("A"), all.stop());
        assertEquals(Optional.of("high"), all.reasoning());
        assertEquals(
                List.of(
                        "temperature 1.0 by option",
                        "max_tokens 50 set here",
                        "stop A from the config",
                        "reasoning high from the config for gpt-5"),
                tuning.values(MODEL).stream()
                        .map(value -> value.parameter().word() + " " + value.text() + " " + value.origin())
                        .toList());
    }

    @Test
    void whatIsSetCanBeTakenBack() {
        Tuning tuning = tuning("temperature = 0.5\n", Parameters.NONE);
        tuning.set(Parameter.TEMPERATURE, Parameter.TEMPERATURE.read("0.1"));
        tuning.set(Parameter.STOP, Parameter.STOP.read("a\\nb"));
        assertEquals(List.of("a\nb"), tuning.of(MODEL).stop());
        tuning.set(Parameter.TEMPERATURE, Optional.empty());
        assertEquals(OptionalDouble.of(0.5), tuning.of(MODEL).temperature());
        assertEquals(List.of("a\nb"), tuning.of(MODEL).stop());
    }

    @Test
    void aWishForAllModelsIsKeptFromOneThatRefusesIt() {
        Settings settings = settings("temperature = 0.5\nmax_tokens = 9\n[models.\"openai/o3\"]\ntemperature = 0.2\n");
        Tuning tuning = new Tuning(
                settings,
                Parameters.NONE,
                (parameter, model) -> parameter != Parameter.TEMPERATURE || model.equals("groq/m"));
        assertEquals(OptionalDouble.empty(), tuning.of("openai/o1").temperature());
        assertEquals(9, tuning.of("openai/o1").maxTokens().orElseThrow());
        assertEquals(OptionalDouble.of(0.5), tuning.of("groq/m").temperature());
        assertEquals(OptionalDouble.of(0.2), tuning.of("openai/o3").temperature());
        assertEquals(
                "from the config; left out, this model refuses it",
                tuning.values("openai/o1").get(0).origin());
        tuning.set(Parameter.TEMPERATURE, Parameter.TEMPERATURE.read("1"));
        assertEquals(OptionalDouble.of(1), tuning.of("openai/o1").temperature());
    }

    @Test
    void theSystemPromptIsTheRolesThenTheModelsThenTheOneForAll() {
        Tuning tuning = tuning(
                "system = \"all\"\n[models.\"openai/*\"]\nsystem = \"openai\"\n[roles]\nr = \"role\"\n",
                Parameters.NONE);
        assertEquals("openai", tuning.system(MODEL).text());
        assertEquals("all", tuning.system("groq/m").text());
        tuning.role(tuning.settings().role("r"));
        assertEquals("role", tuning.system(MODEL).text());
        assertEquals("", Tuning.none().system(MODEL).text());
    }

    @ParameterizedTest
    @CsvSource({
        "temperature, hot",
        "temperature, -1",
        "temperature, NaN",
        "max_tokens, 0",
        "max_tokens, 1.5",
        "max_tokens, many",
        "reasoning, ''",
        "reasoning, a b",
        "stop, ''"
    })
    void whatIsNoValueIsRefused(String word, String text) {
        assertEquals(Optional.empty(), Parameter.named(word).orElseThrow().read(text));
    }

    @Test
    void aHyphenIsAsGoodAsAnUnderscore() {
        assertEquals(Optional.of(Parameter.MAX_TOKENS), Parameter.named("max-tokens"));
        assertEquals(Optional.empty(), Parameter.named("tokens"));
    }
}
