package dev.safar.engine.streams;

import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Workspace;
import java.util.List;
import java.util.Map;

/** What the simulated shop publishes: three journeys, each with another kind of time, in two versions that mean the same. */
final class SimulatedWorkspaces {

    private static final String CART =
            """
            journey: cart
            start: { on: Product Added, key: event.cart_id, again: restart }
            stop: [ { on: Order Completed } ]
            steps:
              - wait: 1h
              - { id: first, send: email, template: cart, not_later_than: 6h }
              - wait: { until: start + 24h }
              - { id: second, send: email, template: cart }
              - wait: { until: start + 72h }
              - { id: third, send: email, template: cart }
            """;

    private static final String THANKS =
            """
            journey: thanks
            start: { on: Order Completed, key: event.order_id }
            stop: [ { on: Order Refunded, where: event.order_id == run.key } ]
            steps:
              - wait: 3h
              - { id: first, send: email, template: thanks }
              - wait: 2d
              - { id: second, send: email, template: thanks }
            """;

    private static final String WIN_BACK =
            """
            journey: win-back
            start: { inactive: { no: Order Completed, for: 5d } }
            steps:
              - { id: first, send: email, template: win-back }
            """;

    private static final WorkspaceFiles ONE = files("one@shop.example");
    private static final WorkspaceFiles TWO = files("two@shop.example");

    /** One or the other is current; both know both. */
    static final List<Workspace> ALL = List.of(compile(ONE, TWO), compile(TWO, ONE));

    private SimulatedWorkspaces() {}

    private static Workspace compile(WorkspaceFiles current, WorkspaceFiles earlier) {
        Compilation compilation = WorkspaceCompiler.compile(current, List.of(earlier));
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.workspace();
        }
        throw new IllegalStateException(compilation.problems().toString());
    }

    private static WorkspaceFiles files(String owner) {
        return new WorkspaceFiles(Map.of(
                "workspace.yaml",
                "zone: UTC\nlocale: en\nconsent: { email: opt-out }\nsenders: { email: a@shop.example }\n",
                "cart.yaml",
                "owner: " + owner + "\n" + CART,
                "thanks.yaml",
                "owner: " + owner + "\n" + THANKS,
                "win-back.yaml",
                "owner: " + owner + "\n" + WIN_BACK,
                "templates/cart/email.en.liquid",
                template("{{ run.start.call }}"),
                "templates/thanks/email.en.liquid",
                template("{{ run.start.call }}"),
                "templates/win-back/email.en.liquid",
                template("come back")));
    }

    private static String template(String body) {
        return "---\nsubject: \"Hello\"\n---\n" + body + "\n";
    }
}
