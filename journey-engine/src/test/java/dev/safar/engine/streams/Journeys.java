package dev.safar.engine.streams;

import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Workspace;
import dev.safar.engine.ShippedWorkspace;
import java.util.List;
import java.util.Map;

/** Workspaces of one journey, called {@code cart}, and what became of its runs. */
final class Journeys {

    private Journeys() {}

    /** Begins when something is put into a cart and stops at an order. */
    static Workspace cart(String steps) {
        return ShippedWorkspace.compile(new WorkspaceFiles(Map.of(
                "workspace.yaml",
                "zone: UTC\n",
                "cart.yaml",
                """
                journey: cart
                owner: a@b.example
                start: { on: Product Added, key: event.cart_id }
                stop: [ { on: Order Completed } ]
                """
                        + steps)));
    }

    /** Runs that ended since decisions were last asked for: {@code ada napped}. */
    static List<String> endings(JourneySimulation simulation) {
        return simulation.decisions().stream()
                .filter(decision -> decision.type().equals("finished"))
                .map(decision -> decision.customer() + " " + decision.reason())
                .toList();
    }
}
