package dev.safar.core.compile;

import dev.safar.core.model.Admission;
import dev.safar.core.model.Awaited;
import dev.safar.core.model.BrowsingNeeds;
import dev.safar.core.model.Channel;
import dev.safar.core.model.Handling;
import dev.safar.core.model.Journey;
import dev.safar.core.model.Memory;
import dev.safar.core.model.Observed;
import dev.safar.core.model.Start;
import dev.safar.core.model.Step;
import dev.safar.core.model.StepId;
import dev.safar.core.model.TemplateId;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ThreeJourneysTest {

    private static final Compilation COMPILATION = WorkspaceCompiler.compile(
            WorkspaceFolder.read(WorkspaceFolder.resource("/definitions/valid/three-journeys")));

    @Test
    void compileWithoutAnyProblem() {
        assertThat(COMPILATION.problems()).isEmpty();
        assertThat(workspace().journeys())
                .extracting(journey -> journey.ref().id().value())
                .containsExactly("abandoned-cart", "post-purchase", "win-back");
    }

    @Test
    void winBackIsLaidOutFlat() {
        Journey winBack = journey("win-back");

        assertThat(winBack)
                .isEqualTo(new Journey(
                        winBack.ref(),
                        "growth@shop.example",
                        "",
                        new Start.Inactive("Order Completed", Duration.ofDays(45), false),
                        Admission.OPEN,
                        winBack.stops(),
                        Optional.empty(),
                        List.of(
                                new Step.Send(
                                        new StepId("miss-you"),
                                        List.of(Channel.EMAIL),
                                        new TemplateId("miss-you"),
                                        Optional.empty(),
                                        Map.of(),
                                        Handling.USUAL,
                                        1),
                                new Step.WaitFor(
                                        new StepId("wait-for-opened-miss-you"),
                                        List.of(new Awaited.OfMessage(new StepId("miss-you"), Awaited.Fate.OPENED)),
                                        Optional.of(Duration.ofDays(7)),
                                        2,
                                        5),
                                new Step.Wait(new StepId("wait-3d"), Duration.ofDays(3), 3),
                                new Step.Offer(new StepId("offer-back-15"), "back-15", 15, Duration.ofDays(7), 4),
                                new Step.Send(
                                        new StepId("send-push-back-15"),
                                        List.of(Channel.PUSH, Channel.SMS, Channel.EMAIL),
                                        new TemplateId("back-15"),
                                        Optional.empty(),
                                        Map.of(),
                                        Handling.USUAL,
                                        6),
                                new Step.Send(
                                        new StepId("send-sms-miss-you-sms"),
                                        List.of(Channel.SMS),
                                        new TemplateId("miss-you-sms"),
                                        Optional.empty(),
                                        Map.of(),
                                        Handling.USUAL,
                                        6)),
                        Optional.empty(),
                        Set.of()));
        assertThat(winBack.ref().version()).matches("[0-9a-f]{12}");
    }

    @Test
    void stepsAreCalledByWhatTheyDo() {
        assertThat(journey("abandoned-cart").steps())
                .extracting(step -> step.id().value())
                .containsExactly(
                        "wait-1h",
                        "send-email-cart-reminder",
                        "wait-until-start-24h",
                        "offer-back-5",
                        "send-email-cart-offer",
                        "wait-until-start-72h",
                        "offer-back-10",
                        "send-sms-cart-last-chance");
    }

    @Test
    void everythingTheyCanNoticeIsKnown() {
        assertThat(workspace().observed())
                .isEqualTo(new Observed(
                        Map.of(
                                "$identify", Set.of("first_name"),
                                "Product Added", Set.of("cart_total", "cart_id", "name"),
                                "Cart Emptied", Set.of("cart_id"),
                                "Order Completed", Set.of("total", "order_id", "products"),
                                "Order Refunded", Set.of("order_id"),
                                "Survey Answered", Set.of("order_id")),
                        Set.of("Cart Emptied", "Order Refunded"),
                        Map.of(
                                "Product Added", Memory.PLAIN,
                                "Cart Emptied", Memory.PLAIN,
                                "Order Completed", Memory.PLAIN,
                                "Order Refunded", Memory.PLAIN,
                                "Survey Answered", Memory.PLAIN),
                        BrowsingNeeds.NONE));
    }

    @Test
    void templatesSayWhichVariablesTheyNeed() {
        assertThat(workspace()
                        .templates()
                        .get(new TemplateId("cart-last-chance"))
                        .variables()
                        .get(Channel.SMS))
                .containsExactlyInAnyOrder(
                        "customer.first_name", "offer.percent", "offer.code", "offer.valid_until", "shop.url");
    }

    private static Journey journey(String id) {
        return workspace().journeys().stream()
                .filter(journey -> journey.ref().id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Workspace workspace() {
        return ((Compilation.Compiled) COMPILATION).workspace();
    }
}
