package dev.safar.standalone.backtest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where recordings are that may be read by tests but are not part of this repository. */
final class SharedData {

    private SharedData() {}

    /** A file that need not exist: below {@code safar.shared.data}, else in a {@code shared/data} beside any parent folder. */
    static Path find(Path file) {
        String given = System.getProperty("safar.shared.data");
        if (given != null) {
            return Path.of(given).resolve(file);
        }
        Path folder = Path.of("").toAbsolutePath();
        Optional<Path> found = Optional.empty();
        for (; folder != null && found.isEmpty(); folder = folder.getParent()) {
            found = Optional.of(folder.resolve("shared").resolve("data").resolve(file))
                    .filter(Files::exists);
        }
        return found.orElse(file);
    }
}
