package dev.safar.engine.query;

import java.util.List;
import java.util.Map;

/**
 * The workspace that decides now, as it was published.
 *
 * @param files path below the workspace's folder to text
 * @param earlier per version of a journey that is only finished: its own file and the templates it uses
 */
public record PublishedWorkspace(String version, Map<String, String> files, List<Map<String, String>> earlier) {

    /** Before anything was published. */
    public static final PublishedWorkspace NONE = new PublishedWorkspace("", Map.of(), List.of());

    public PublishedWorkspace {
        files = Map.copyOf(files);
        earlier = List.copyOf(earlier);
    }
}
