package dev.belay.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DollarsTest {

    @ParameterizedTest
    @CsvSource({
        "0, $0",
        "0.00001, <$0.0001",
        "0.0001, $0.0001",
        "0.00124, $0.0012",
        "0.00126, $0.0013",
        "0.5, $0.5000",
        "0.99996, $1.0000",
        "1, $1.00",
        "1.006, $1.01",
        "12.3456, $12.35",
        "1234.5, $1234.50",
        "0.0000000001, <$0.0001",
    })
    void aCostIsAsFineAsItIsSmall(double dollars, String text) {
        assertEquals(text, Dollars.text(dollars));
    }

    @ParameterizedTest
    @CsvSource({
        "0.75, $0.75",
        "4.5, $4.50",
        "30, $30.00",
        "0.0028, $0.0028",
        "0.003625, $0.003625",
        "1.5E2, $150.00",
        "0, $0.00"
    })
    void aListedPriceIsExact(double dollars, String text) {
        assertEquals(text, Dollars.exact(dollars));
    }
}
