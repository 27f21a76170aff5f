package dev.safar.standalone.cli;

import java.nio.file.Path;

/** Where Safar is installed: the launcher says so; the current folder otherwise. */
final class Home {

    private static final String PROPERTY = "safar.home";

    private Home() {}

    static Path path() {
        return Path.of(System.getProperty(PROPERTY, ""));
    }
}
