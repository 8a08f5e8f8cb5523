package dev.belay.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Problem.Kind;
import dev.belay.chat.ProblemException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which schemas are taken, and which answers follow them. */
class SchemaTest {

    private static final String PERSON =
            "{'type':'object','properties':{'name':{'type':'string','pattern':'^[A-Z]'},'age':{'type':'integer','minimum':0}},"
                    + "'required':['name','age'],'additionalProperties':false}";

    private static Schema schema(String quoted) {
        return Schema.of(quoted.replace('\'', '"'));
    }

    private static String refused(Schema schema, String answer) {
        ProblemException refused = assertThrows(ProblemException.class, () -> schema.follow(answer.replace('\'', '"')));
        assertEquals(Kind.SCHEMA, refused.problem().kind());
        String start = "the answer does not follow the schema: ";
        assertTrue(refused.getMessage().startsWith(start), refused.getMessage());
        return refused.getMessage().substring(start.length());
    }

    private static String bad(String quoted) {
        return assertThrows(BadSchema.class, () -> schema(quoted)).getMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"A\",\"age\":3}",
                "\n  {\"name\":\"A\",\"age\":3}\n\n",
                "```json\n{\"name\":\"A\",\"age\":3}\n```",
                "```\n\n{\"name\":\"A\",\"age\":3}\n\n```\n"
            })
    void aDocumentIsWhatIsLeftWithoutBlanksAndAFence(String answer) {
        assertEquals("{\"name\":\"A\",\"age\":3}", schema(PERSON).follow(answer));
    }

    @Test
    void theDocumentIsTheModelsOwnToTheLastBlank() {
        String document = "{ \"age\" : 3,\n\t\"name\":\"A\\u00e4 \u202e\" }";
        assertEquals(document, schema(PERSON).follow("```json\n" + document + "\n```"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name':'A','age':'3'}            | /age: string found, integer expected",
                "{'name':'A'}                      | required property 'age' not found",
                "{'name':'a','age':1}              | /name: does not match the regex pattern ^[A-Z]",
                "{'name':'A','age':-1}             | /age: must have a minimum value of 0",
                "[]                                | array found, object expected"
            })
    void theFirstThingThatIsWrongIsSaidWithItsPlace(String answer, String why) {
        assertEquals(why, refused(schema(PERSON), answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Here you are: {}",
                "{\"name\":\"A\",",
                "{} {}",
                "{\"age\":1,\"age\":2}",
                "``` {}",
                "```json\n{}\n``` and\n```\n[]\n```",
                "{'a':NaN}"
            })
    void whatIsNoJsonIsSaidToBeNone(String answer) {
        String why = refused(schema("{}"), answer);
        assertTrue(why.startsWith("it is no JSON: line "), why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "```json\n```", "```\n\n```"})
    void anEmptyAnswerIsSaidToBeEmpty(String answer) {
        assertEquals("it is empty", refused(schema("{}"), answer));
    }

    @Test
    void theModelIsToldAllThatIsWrongUpToFive() {
        Schema schema = schema("{'items':{'type':'integer'}}");
        refused(schema, "['a','b','c','d','e','f','g']");
        String told = schema.correction();
        assertTrue(told.contains("/0: string found, integer expected\n/1: string"), told);
        assertEquals(5, told.split("integer expected").length - 1, told);
    }

    @Test
    void anAnswerOfAMillionMistakesIsRefusedForTheFirst() {
        Schema schema = schema("{'items':{'type':'integer'}}");
        assertEquals("/0: string found, integer expected", refused(schema, "['a'" + ",'a'".repeat(1_000_000) + "]"));
    }

    @Test
    void theWordsAreEnglishWhereverTheMachineStands() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("string found, integer expected", refused(schema("{'type':'integer'}"), "'x'"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                                 | a JSON schema is an object",
                "{'type'                          | it is no JSON: line 1, column",
                "{} {}                            | it is no JSON: line 1, column 4",
                "[]                               | a JSON schema is an object",
                "true                             | a JSON schema is an object",
                "{'properties':{'a':{'type':'strng'}}} | /properties/a/type: ",
                "{'required':'a'}                 | /required: string found, array expected",
                "{'$schema':'https://example.com/mine'} | /$schema: “https://example.com/mine” is none of the drafts",
                "{'$ref':'#/$defs/none'}          | /$ref: it refers to “#/$defs/none”, which is not there",
                "{'items':{'$ref':'#/$defs/none'}} | /items/$ref: it refers to “#/$defs/none”, which is not there",
                "{'properties':{'a':{'pattern':'('}}} | /properties/a/pattern: “(” is no regular expression: unclosed group",
                "{'anyOf':[{'patternProperties':{'(':{}}}]} | /anyOf/0/patternProperties/(: “(” is no regular expression",
                "{'$ref':'https://json-schema.org/draft/none'} | it refers to “classpath:draft/none”, which is not there",
                "{'$ref':'#'}                     | it refers to itself without end",
                "{'allOf':[{'$ref':'#/$defs/a'}],'$defs':{'a':{'$ref':'#/$defs/a'}}} | it refers to itself without end"
            })
    void whatIsNoSchemaIsSaidToBeNone(String text, String why) {
        String message = bad(text == null ? "" : text);
        assertTrue(message.startsWith(why == null ? "" : why), message);
        assertTrue(!message.isBlank() && message.indexOf('\n') < 0 && message.length() < 400, message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/s.json",
                "file:///etc/passwd",
                "other.json",
                "classpath:dev/belay/version.txt",
                "jar:file:/x.jar!/y"
            })
    void nothingIsFetchedThatASchemaRefersTo(String reference) {
        String message = bad("{'properties':{'a':{'$ref':'" + reference + "'}}}");
        assertTrue(message.contains("nothing is fetched"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://json-schema.org/draft-04/schema#",
                "http://json-schema.org/draft-06/schema#",
                "http://json-schema.org/draft-07/schema#",
                "https://json-schema.org/draft/2019-09/schema",
                "https://json-schema.org/draft/2020-12/schema"
            })
    void allDraftsAreKnownWithoutTheNetwork(String draft) {
        Schema schema = schema("{'$schema':'" + draft + "','type':'object','required':['a']}");
        assertEquals("required property 'a' not found", refused(schema, "{}"));
        assertEquals("{\"a\":1}", schema.follow("{\"a\":1}"));
    }

    @Test
    void aSchemaMayReferToItselfWhereAnAnswerEnds() {
        Schema tree = schema("{'type':'object','properties':{'next':{'$ref':'#'}},'additionalProperties':false}");
        assertEquals("/next/next: string found, object expected", refused(tree, "{'next':{'next':'x'}}"));
    }

    @Test
    void anAnswerThatIsNestedWithoutEndIsRefused() {
        Schema tree = schema("{'items':{'$ref':'#'}}");
        String why = refused(tree, "[".repeat(100_000) + "]".repeat(100_000));
        assertTrue(why.contains("nest"), why);
    }

    @Test
    void aPatternThatTakesForEverIsGivenUp() {
        Schema slow = schema("{'pattern':'^(a+)+[b-c]\\\\1$'}");
        assertEquals("a text in it takes too long to match with a pattern", refused(slow, "'" + "a".repeat(60) + "!'"));
        assertEquals("\"aabaa\"", slow.follow("\"aabaa\""));
    }

    @Test
    void aTextThatIsTooLongForAPatternIsRefused() {
        Schema deep = schema("{'pattern':'^(a|b)*$'}");
        String why = refused(deep, "'" + "ab".repeat(500_000) + "!'");
        assertTrue(why.contains("too long") || why.contains("does not match"), why);
    }
}
