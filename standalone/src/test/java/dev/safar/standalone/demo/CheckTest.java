package dev.safar.standalone.demo;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CheckTest {

    @Test
    void showsTheFirstExceptionsOnly() {
        // given
        Check check = new Check("all is well", List.of("a", "b", "c", "d", "e", "f", "g"));

        // then
        assertThat(check.lines())
                .containsExactly(
                        "  FAILED  all is well",
                        "            a",
                        "            b",
                        "            c",
                        "            d",
                        "            e",
                        "            and 2 more");
    }
}
