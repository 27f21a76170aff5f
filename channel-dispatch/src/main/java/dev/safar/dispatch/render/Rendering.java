package dev.safar.dispatch.render;

import dev.safar.contracts.MessageCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all channels have in common: the file in the customer's language, and the variables with the shop added. */
record Rendering(LocalizedTemplate template, Map<String, Object> variables) {

    static Rendering of(CompiledTemplate template, MessageCommand message, WorkspaceSettings workspace) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("shop", workspace.shop());
        if (message.variables() != null) {
            variables.putAll(message.variables());
        }
        List<String> locales = new ArrayList<>();
        locales.add(message.locale());
        locales.add(workspace.locale());
        return new Rendering(template.in(message.channel(), locales), variables);
    }

    String field(String name) {
        return template.field(name, variables);
    }

    String text() {
        return template.text(variables);
    }
}
