package dev.safar.core.scenario;

import dev.safar.core.compile.Problem;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.JourneyId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScenariosTest {

    private static final String HEAD =
            """
            journey: abandoned-cart
            customer: { id: ada, email: ada@example.com, phone: "1", consents: [email, sms] }
            scenarios:
              - name: a cart
                events: [ { at: 0m, event: Product Added, cart_id: c1, cart_total: 50 } ]
            """;

    private static ScenarioReport run(String text) {
        WorkspaceFiles files = Shipped.withScenarios("tests/here.yaml", text);
        return Scenarios.run(Shipped.compiled(files), files);
    }

    private static List<String> difference(String expect) {
        ScenarioReport report = run(HEAD + expect);
        assertThat(report.problems()).isEmpty();
        return report.results().get(0).difference();
    }

    private static List<String> problems(String text) {
        return run(text).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void showsExpectedAndHappenedSideBySide() {
        // when
        List<String> difference = difference(
                """
                    expect:
                      - { at: 1h,  send: email, template: cart-reminder }
                      - { at: 24h, send: sms,   template: cart-offer }
                      - { at: 72h, send: sms,   template: cart-last-chance }
                """);

        // then
        assertThat(difference)
                .containsExactly(
                        "  expected                                  | happened",
                        "  1h  send: email, template: cart-reminder  | 1h  send: email, template: cart-reminder "
                                + " (abandoned-cart)",
                        "< 1d  send: sms, template: cart-offer       |",
                        ">                                           | 1d  send: email, template: cart-offer "
                                + " (abandoned-cart)",
                        "  3d  send: sms, template: cart-last-chance | 3d  send: sms, template: cart-last-chance "
                                + " (abandoned-cart)");
    }

    @Test
    void whatHappenedInAnotherOrderIsNotSaidToBeMissing() {
        // when
        List<String> difference = difference(
                """
                    expect:
                      - { at: 24h, send: email, template: cart-offer }
                      - { at: 1h,  send: email, template: cart-reminder }
                      - { at: 72h, send: sms,   template: cart-last-chance }
                """);

        // then
        assertThat(difference)
                .containsExactly(
                        "  expected                                  | happened",
                        "~ 1d  send: email, template: cart-offer     |",
                        "  1h  send: email, template: cart-reminder  | 1h  send: email, template: cart-reminder "
                                + " (abandoned-cart)",
                        "~                                           | 1d  send: email, template: cart-offer "
                                + " (abandoned-cart)",
                        "  3d  send: sms, template: cart-last-chance | 3d  send: sms, template: cart-last-chance "
                                + " (abandoned-cart)");
    }

    @Test
    void doubtsEventsAndFieldsThatAreMisspelt() {
        // when
        ScenarioReport report = run(
                """
                journey: abandoned-cart
                scenarios:
                  - name: slips
                    events:
                      - { at: 0m, event: Product Aded, cart_id: c1 }
                      - { at: 1m, event: Product Added, cart_id: c1, cart_totl: 50 }
                      - { at: 2m, event: Product Viewed, product: p1 }
                    expect: []
                """);

        // then
        assertThat(report.problems().stream().map(Problem::toString))
                .containsExactly(
                        "tests/here.yaml:5:19: warning: no journey looks at 'Product Aded'; did you mean 'Product"
                                + " Added'? [unobserved]",
                        "tests/here.yaml:6:54: warning: no journey reads 'cart_totl'; did you mean 'cart_total'?"
                                + " [unobserved]");
        assertThat(report.results()).hasSize(1);
    }

    @Test
    void messagesAreAlwaysComparedAndAllElseWhereItIsSpokenOf() {
        // when
        List<String> messagesAlone = difference(
                """
                    expect:
                      - { at: 1h,  send: email }
                      - { at: 24h, send: email }
                      - { at: 72h, send: sms }
                """);
        List<String> offersToo = difference(
                """
                    expect:
                      - { at: 1h,  send: email }
                      - { at: 24h, offer: back-5 }
                      - { at: 24h, send: email }
                      - { at: 72h, offer: back-10 }
                      - { at: 72h, send: sms }
                """);

        // then
        assertThat(messagesAlone).isEmpty();
        assertThat(offersToo).isEmpty();
    }

    @Test
    void aScenarioMayEndBeforeItsStory() {
        // when
        ScenarioReport report = run(HEAD + "    until: 2h\n    expect: [ { at: 1h, send: email } ]\n");

        // then
        assertThat(report.passed()).isTrue();
        assertThat(report.results().get(0).totals())
                .isEqualTo(Map.of(new JourneyId("abandoned-cart"), new JourneyTotals(1, 1, 0)));
    }

    @Test
    void countsEveryRunOnceIncludingThoseOfOtherJourneys() {
        // when
        ScenarioReport report = run(
                """
                journey: abandoned-cart
                scenarios:
                  - name: a cart and an order
                    events:
                      - { at: 0m, event: Product Added, cart_id: c1, cart_total: 50 }
                      - { at: 5m, event: Product Added, cart_id: c1, cart_total: 60 }
                      - { at: 9m, event: Order Completed, order_id: o1, total: 50 }
                    until: 1d
                    expect: []
                """);

        // then
        assertThat(report.results().get(0).totals())
                .isEqualTo(Map.of(
                        new JourneyId("abandoned-cart"), new JourneyTotals(2, 0, 2),
                        new JourneyId("post-purchase"), new JourneyTotals(1, 1, 0)));
    }

    @Test
    void aReportOnAMessageThatWasNotSentIsADifference() {
        // when
        ScenarioReport report = run(
                """
                journey: win-back
                scenarios:
                  - name: opened too early
                    events: [ { at: 2d, opened: miss-you } ]
                    expect: []
                """);

        // then
        assertThat(report.results().get(0).difference())
                .containsExactly("at 2d no message 'miss-you' had been sent that could be opened");
    }

    @Test
    void findsEveryProblemAtItsPlace() {
        // when
        List<String> problems = problems(
                """
                journey: abandoned-carts
                scenarios:
                  - name: a cart
                    event: []
                    events:
                      - { at: soon, event: Product Added }
                      - { at: 1h, opened: nothing }
                      - { at: 2h, received: 1h, event: Product Added }
                      - { at: 3h }
                    expect:
                      - { at: 1h, send: fax, template: cart-remainder }
                      - { send: email }
                """);

        // then
        assertThat(problems)
                .containsExactly(
                        "tests/here.yaml:1:10: no journey 'abandoned-carts'; did you mean 'abandoned-cart'?"
                                + " [unknown-journey]",
                        "tests/here.yaml:4:5: unknown key 'event'; did you mean 'events'? [unknown-key]",
                        "tests/here.yaml:6:15: 'soon' is not a length of time; write it like 30s, 15m, 1h, 3d, 2w or"
                                + " 1d12h [bad-duration]",
                        "tests/here.yaml:7:27: no step sends 'nothing'; give a step's id or its template"
                                + " [unknown-step]",
                        "tests/here.yaml:8:29: nothing is received before it happens; leave it out or make it later"
                                + " [bad-duration]",
                        "tests/here.yaml:9:9: nothing says what this is; add one of event, identify, answered, sent, delivered,"
                                + " opened, clicked, bounced, failed, dropped [missing-key]",
                        "tests/here.yaml:11:25: no channel 'fax'; known are email, sms, push, inapp [unknown-channel]",
                        "tests/here.yaml:11:40: no template 'cart-remainder'; did you mean 'cart-reminder'?"
                                + " [unknown-template]",
                        "tests/here.yaml:12:9: 'at' is missing; add it [missing-key]");
    }

    @Test
    void aFileWithProblemsIsNotPlayed() {
        // when
        ScenarioReport report = run("scenarios: [ { name: a, expect: none } ]");

        // then
        assertThat(report.results()).isEmpty();
        assertThat(report.passed()).isFalse();
    }

    @Test
    void whatIsNoYamlIsAProblem() {
        assertThat(problems("scenarios: [")).hasSize(1).first().asString().startsWith("tests/here.yaml:");
    }
}
