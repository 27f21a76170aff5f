package dev.safar.core.runtime;

import dev.safar.core.model.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks conditions of a customer who lives under a workspace that remembers what they need. */
final class Past {

    private final Workspace workspace;
    private final List<String> conditions;
    private final Life life;

    private Past(List<String> conditions) {
        this.conditions = conditions;
        this.workspace = workspace(conditions);
        this.life = new Life(workspace);
    }

    static Past of(String... conditions) {
        return new Past(List.of(conditions));
    }

    /** Each condition is a segment. */
    static Workspace workspace(List<String> conditions) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < conditions.size(); i++) {
            files.put("segments/s" + i + ".yaml", "segment: s" + i + "\nwhere: >-\n  " + conditions.get(i) + "\n");
        }
        return Compiled.workspace(files);
    }

    Life life() {
        return life;
    }

    Workspace workspace() {
        return workspace;
    }

    /** Those that hold, looked at so long after the beginning. */
    List<String> holdAt(String time) {
        Moment moment = new Moment(workspace, life.customer(), Map.of(), Map.of(), Life.at(time));
        return conditions.stream()
                .filter(condition -> moment.in("s" + conditions.indexOf(condition)))
                .toList();
    }
}
