package dev.safar.standalone.chaos.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The programs that a deployment consists of, as the build leaves them, with small heaps and the first compiler alone.
 *
 * @param home the folder of the modules
 */
public record Programs(Path home) {

    private static final String APPLICATION = "target/quarkus-app";
    private static final String NODE = "dev.safar.kafka.KafkaNode";

    /** The modules that are deployed as services. */
    private enum Module {
        EVENT_INGEST("event-ingest"),
        JOURNEY_ENGINE("journey-engine"),
        CHANNEL_DISPATCH("channel-dispatch");

        private final String folder;

        Module(String folder) {
            this.folder = folder;
        }
    }

    /**
     * Makes sure that they are there.
     *
     * @throws ProcessFailure if one has not been built
     */
    public void require() {
        for (Module module : Module.values()) {
            if (!Files.exists(jar(module))) {
                throw new ProcessFailure("there is no " + jar(module) + "; build it: mvn -Dquick package");
            }
        }
    }

    List<String> ingest(Map<String, String> settings) {
        return service(Module.EVENT_INGEST, settings);
    }

    List<String> engine(Map<String, String> settings) {
        return service(Module.JOURNEY_ENGINE, settings);
    }

    List<String> dispatch(Map<String, String> settings) {
        return service(Module.CHANNEL_DISPATCH, settings);
    }

    /** A broker, which comes with the program of one process. */
    List<String> node(Path settings) {
        Path libraries = home.resolve("standalone").resolve(APPLICATION).resolve("lib");
        List<String> command = java("512m");
        command.add("-cp");
        command.add(libraries.resolve("main") + "/*" + File.pathSeparator + libraries.resolve("boot") + "/*");
        command.add(NODE);
        command.add(settings.toString());
        return command;
    }

    private List<String> service(Module module, Map<String, String> settings) {
        List<String> command = java("256m");
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-jar");
        command.add(jar(module).toString());
        return command;
    }

    private Path jar(Module module) {
        return home.resolve(module.folder).resolve(APPLICATION).resolve("quarkus-run.jar");
    }

    private static List<String> java(String heap) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8"));
    }
}
