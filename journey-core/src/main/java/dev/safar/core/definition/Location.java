package dev.safar.core.definition;

/**
 * Where something is written.
 *
 * @param file path below the workspace's folder
 * @param line from 1
 * @param column from 1, counted in characters (UTF-16 units)
 */
public record Location(String file, int line, int column) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
