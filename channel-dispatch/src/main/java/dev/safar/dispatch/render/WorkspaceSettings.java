package dev.safar.dispatch.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;

/**
 * What dispatch needs of {@code workspace.yaml}, which has been checked before it was published.
 *
 * @param locale for customers whose own has no template
 * @param senders channel to sender
 * @param shop what templates see as {@code shop}
 */
public record WorkspaceSettings(String locale, Map<String, String> senders, Map<String, Object> shop) {

    static final WorkspaceSettings EMPTY = new WorkspaceSettings("", Map.of(), Map.of());

    private static final ObjectMapper YAML = new YAMLMapper();

    public WorkspaceSettings {
        senders = Map.copyOf(senders);
        shop = Map.copyOf(shop);
    }

    /** @param files path to text; without a {@code workspace.yaml} nothing is known */
    static WorkspaceSettings of(Map<String, String> files) {
        try {
            JsonNode root = YAML.readTree(files.getOrDefault("workspace.yaml", ""));
            return new WorkspaceSettings(
                    root.path("locale").asText(""),
                    YAML.convertValue(objectAt(root, "senders"), new TypeReference<Map<String, String>>() {}),
                    YAML.convertValue(objectAt(root, "shop"), new TypeReference<Map<String, Object>>() {}));
        } catch (JsonProcessingException e) {
            throw new RenderException("workspace.yaml", e);
        }
    }

    /** The sender of a channel; empty if none is set. */
    public String sender(String channel) {
        return senders.getOrDefault(channel, "");
    }

    private static JsonNode objectAt(JsonNode root, String name) {
        JsonNode node = root.path(name);
        return node.isObject() ? node : YAML.createObjectNode();
    }
}
