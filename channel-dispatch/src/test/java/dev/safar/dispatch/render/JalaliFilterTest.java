package dev.safar.dispatch.render;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JalaliFilterTest {

    @Test
    void knowsNewYearsAndTheLastDaysOfLeapYears() {
        assertThat(List.of(
                                "2026-03-21",
                                "2025-03-20",
                                "2024-03-20",
                                "2021-03-20",
                                "1979-02-11",
                                "2026-11-21",
                                "2026-09-22",
                                "2026-09-23")
                        .stream()
                        .map(LocalDate::parse)
                        .map(JalaliFilter::jalali))
                .containsExactly(
                        "1405/01/01",
                        "1403/12/30",
                        "1403/01/01",
                        "1399/12/30",
                        "1357/11/22",
                        "1405/08/30",
                        "1405/06/31",
                        "1405/07/01");
    }
}
