package dev.safar.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * A record of {@link Topics#DEFINITIONS}. Journeys and templates are published first, the workspace that refers to
 * them last, so that a reader who has seen the workspace has all of it.
 *
 * @param kind one of the {@code KIND_} constants
 * @param id the journey's or template's name; {@code workspace} for the workspace
 * @param version content hash
 * @param files path below the workspace's folder to text
 * @param journeys on a workspace: name to version of each current journey
 * @param templates on a workspace or journey: name to version of each template it uses
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Definition(
        String kind,
        String id,
        String version,
        Map<String, String> files,
        Map<String, String> journeys,
        Map<String, String> templates) {

    public static final String KIND_JOURNEY = "journey";
    public static final String KIND_TEMPLATE = "template";
    public static final String KIND_WORKSPACE = "workspace";

    /** The record key: {@code journey/abandoned-cart@1a2b3c4d5e6f}; of the workspace just {@code workspace}, so that the latest wins. */
    public String key() {
        return kind.equals(KIND_WORKSPACE) ? KIND_WORKSPACE : kind + "/" + id + "@" + version;
    }
}
