package dev.safar.benchmarks.process;

import dev.safar.kafka.EmbeddedKafka;
import dev.safar.kafka.Endpoint;
import java.io.IOException;
import java.nio.file.Path;

/** A broker in a process of its own. */
public final class BrokerMain {

    private BrokerMain() {}

    /**
     * Answers until it is told to stop.
     *
     * @param arguments the folder of its data, its port and its controller's
     */
    public static void main(String... arguments) throws IOException {
        WarningsOnly.log();
        var endpoint = new Endpoint(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        try (EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]), endpoint)) {
            Answering.serve(question -> kafka.bootstrapServers());
        }
        System.exit(0);
    }
}
