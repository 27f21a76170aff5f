package dev.safar.core.definition;

import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a workspace as they were read: path below the workspace's folder, with forward slashes, to text. How
 * they were read is not the core's business.
 */
public record WorkspaceFiles(Map<String, String> texts) {

    public WorkspaceFiles {
        texts = Map.copyOf(new TreeMap<>(texts));
    }
}
