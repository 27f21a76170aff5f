package dev.safar.standalone.demo;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CsvLineTest {

    @Test
    void splitsAtCommasOutsideQuotes() {
        assertThat(CsvLine.fields("1,\"a, \"\"b\"\"\",,c")).containsExactly("1", "a, \"b\"", "", "c");
    }
}
