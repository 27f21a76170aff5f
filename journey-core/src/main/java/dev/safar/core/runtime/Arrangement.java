package dev.safar.core.runtime;

import dev.safar.core.model.Workspace;

/**
 * Brings customers in line with the workspace as it is now: one who was last seen under another version may wait for what
 * is no longer meant, and not yet for what is. It begins nothing by itself.
 */
final class Arrangement {

    private final Workspace workspace;
    private final Migrations migrations;
    private final Silences silences;
    private final Dates dates;
    private final Memberships memberships;

    Arrangement(Workspace workspace, Silences silences, Dates dates, Memberships memberships) {
        this.workspace = workspace;
        this.migrations = new Migrations(workspace);
        this.silences = silences;
        this.dates = dates;
        this.memberships = memberships;
    }

    /** Comes before anything else that an input brings about, the first time that a version meets a customer. */
    void apply(Deliberation deliberation) {
        if (deliberation.customer().arranged().equals(workspace.version())) {
            return;
        }
        migrations.apply(deliberation);
        silences.arrange(deliberation);
        dates.arrange(deliberation);
        memberships.arrange(deliberation);
        deliberation.emit(new CustomerDecision.Arranged(workspace.version(), deliberation.now()));
    }
}
