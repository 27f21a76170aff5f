package dev.safar.core.diagram;

import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Journey;
import dev.safar.core.model.Step;
import dev.safar.core.model.StepId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DiagramsTest {

    private static final String HELLO =
            """
            journey: hello
            start: { on: Product Added, where: event.total >= 20, key: event.cart_id, again: restart }
            stop: [ { on: Order Completed }, { on: Cart Emptied, where: event.cart_id == run.key } ]
            steps:
              - wait: 90m
              - { send: email, template: hello, fallback: [sms], not_later_than: 6h }
              - if: customer.tier == 'gold'
                then: [ { stop: enough } ]
              - wait: { until: start + 24h }
              - offer: { id: five, percent: 5, valid_for: 3d }
              - wait_for: { opened: send-email-hello, timeout: 7d }
                then: [ { send: sms, template: hello } ]
            """;

    @Test
    void aFlowchartTellsTheStoryInPlainWords() {
        assertThat(Diagrams.mermaid(compiled(HELLO)).replaceAll("(?m)^  classDef .*\\n", ""))
                .isEqualTo(
                        """
                        flowchart TD
                          accTitle: hello
                          begin(["It starts when<br/>Product Added<br/>event.total #62;= 20<br/>one run for each event.cart_id<br/>again: restart"]):::start
                          step0("Wait 1 hour 30 minutes"):::wait
                          begin --> step0
                          step1["Send e-mail<br/>hello<br/>else SMS<br/>not later than 6 hours"]:::send
                          step0 --> step1
                          step2{{"Does this hold?<br/>customer.tier == 'gold'"}}:::choice
                          step1 --> step2
                          step3(["Stop<br/>enough"]):::finish
                          step2 -->|"yes"| step3
                          step4("Wait until<br/>1 day after the start"):::wait
                          step2 -->|"no"| step4
                          step5["Offer 5 #37; off<br/>five<br/>good for 3 days"]:::action
                          step4 --> step5
                          step6("Wait for<br/>send-email-hello is opened"):::wait
                          step5 --> step6
                          step7["Send SMS<br/>hello"]:::send
                          step6 -->|"it happens"| step7
                          step8(["The end"]):::finish
                          step7 --> step8
                          step6 -->|"7 days pass"| step8
                          stops["It stops at once when<br/>• Order Completed<br/>• Cart Emptied<br/>event.cart_id == run.key"]:::note
                        """);
    }

    @Test
    void whatFollowsAStepStandsBelowItAndWaysStandSideBySide() {
        Drawing drawing = Layout.of(compiled(HELLO));

        List<Drawing.Box> steps =
                drawing.boxes().stream().filter(box -> box.index() >= 0).toList();
        assertThat(steps.get(1).top()).isGreaterThan(steps.get(0).bottom());
        assertThat(steps.get(1).left()).isEqualTo(steps.get(0).left());
        assertThat(steps.get(3).left()).isLessThan(steps.get(2).left());
        assertThat(drawing.boxes().get(drawing.boxes().size() - 1).text())
                .first()
                .isEqualTo(new Drawing.Line("It stops at once when", true));
    }

    @Test
    void persianRunsFromRightToLeft() {
        Journey journey = DrawnJourneys.journey("سبد خرید <رها شده>", List.of(DrawnJourneys.send(0, "یادآوری", 1)));

        assertThat(Diagrams.svg(journey))
                .contains("<title>سبد خرید &lt;رها شده&gt;</title>")
                .containsPattern(
                        "class=\"title\" x=\"\\d+\" y=\"\\d+\" direction=\"rtl\" unicode-bidi=\"embed\">سبد خرید"
                                + " &lt;رها شده&gt;</text>")
                .containsPattern("class=\"detail\"[^>]* direction=\"rtl\" unicode-bidi=\"embed\">یادآوری</text>")
                .containsPattern("class=\"headline\" x=\"\\d+\" y=\"\\d+\">Send e-mail</text>");
        assertThat(Diagrams.mermaid(journey)).contains("[\"Send e-mail<br/>\u2067یادآوری\u2069\"]");
    }

    @Test
    void aStepThatSeveralWaysShareIsDrawnOnce() {
        Journey journey = DrawnJourneys.journey(
                "",
                List.of(
                        new Step.Split(
                                new StepId("split"),
                                List.of(new Step.Arm("a", 1, 1), new Step.Arm("b", 1, 1), new Step.Arm("c", 1, 2))),
                        DrawnJourneys.send(1, "hello", 2)));

        assertThat(Diagrams.mermaid(journey)).containsOnlyOnce("Send e-mail").contains("Goes on at<br/>step-1");
    }

    private static Journey compiled(String journey) {
        Compilation compilation = WorkspaceCompiler.compile(new WorkspaceFiles(Map.of(
                "workspace.yaml", "locale: en",
                "hello.yaml", journey,
                "templates/hello/email.en.liquid", "---\nsubject: Hello\n---\nHello",
                "templates/hello/sms.en.liquid", "Hello")));
        assertThat(compilation.problems()).isEmpty();
        return ((Compilation.Compiled) compilation)
                .workspace()
                .journeys()
                .iterator()
                .next();
    }
}
