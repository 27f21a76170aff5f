package dev.safar.standalone.cli;

import java.net.URI;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the engine answers. */
final class EngineOption {

    @Option(
            names = "--engine",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description =
                    "Where the engine answers. In a cluster each instance knows its own customers only: name all of"
                            + " them, one option each (default: ${DEFAULT-VALUE}).")
    private List<URI> engines;

    EngineClient client() {
        return new EngineClient(engines);
    }
}
