package dev.safar.standalone.chaos;

import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Workspace;
import dev.safar.engine.definition.DefinitionPublisher;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The workspace that chaos runs: the shipped three journeys in short, with seconds for hours and days. */
final class ShopWorkspace {

    private static final String FOLDER = "/chaos/";

    private ShopWorkspace() {}

    static void publish(String bootstrapServers) {
        WorkspaceFiles files = files();
        try (DefinitionPublisher publisher = new DefinitionPublisher(bootstrapServers)) {
            publisher.publish(files, compiled(files));
        }
    }

    static WorkspaceFiles files() {
        Stream<String> definitions =
                Stream.of("workspace.yaml", "abandoned-cart.yaml", "post-purchase.yaml", "win-back.yaml");
        Stream<String> mails = Stream.of("cart-reminder", "cart-offer", "thank-you", "miss-you", "welcome-back")
                .map(template -> "templates/" + template + "/email.en.liquid");
        Stream<String> texts = Stream.of("cart-last-chance", "survey", "miss-you-sms")
                .map(template -> "templates/" + template + "/sms.en.liquid");
        Map<String, String> read = Stream.of(definitions, mails, texts)
                .flatMap(names -> names)
                .collect(Collectors.toMap(Function.identity(), ShopWorkspace::text));
        return new WorkspaceFiles(read);
    }

    private static Workspace compiled(WorkspaceFiles files) {
        if (WorkspaceCompiler.compile(files) instanceof Compilation.Compiled compiled) {
            return compiled.workspace();
        }
        throw new IllegalStateException("the workspace of chaos has errors");
    }

    private static String text(String name) {
        try (InputStream in = ShopWorkspace.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
