package dev.belay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachedValuesTest {

    @ParameterizedTest
    @CsvSource({
        "-x write a sort, --extract= write a sort",
        "--extract write, --extract= write",
        "-xpython write, --extract=python write",
        "-x=python write, --extract=python write",
        "--extract=python write, --extract=python write",
        "-qx write, -q --extract= write",
        "-qxpy write, -q --extract=py write",
        "-xq write, --extract=q write",
        "write -x a sort, write --extract= a sort",
        "-- -x write, -- -x write",
        "-x -- -x, --extract= -- -x",
        "-s -x write, -s -x write",
        "-qs -x write, -qs -x write",
        "-sx write, -sx write",
        "-mxyz -x a, -mxyz --extract= a",
        "--system -x write, --system -x write",
        "--system=a -x write, --system=a --extract= write",
        "--truncate tail -x, --truncate tail --extract=",
        "- -x, - --extract=",
        "a-x x, a-x x"
    })
    void theValueIsAttachedOrMissingAndNeverTheNextWord(String given, String spelledOut) {
        assertEquals(spelledOut, String.join(" ", AttachedValues.spelledOut(given.split(" "))));
    }
}
