package dev.safar.engine.definition;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.Definition;
import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Journey;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.Workspace;
import dev.safar.engine.ShippedWorkspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A workspace on its way through the topic. */
class DefinitionsTest {

    private static final String CART = "abandoned-cart.yaml";

    @Test
    void whatWasPublishedIsPutTogetherAgain() {
        // given
        WorkspaceFiles shipped = ShippedWorkspace.files();
        DefinitionShelf shelf = new DefinitionShelf();

        // when
        publish(shipped, shelf);

        // then
        Definition workspace = shelf.workspace().orElseThrow();
        assertThat(shelf.filesOf(workspace).texts()).isEqualTo(withoutTests(shipped));
        assertThat(shelf.earlierThan(workspace)).isEmpty();
    }

    @Test
    void anEditedJourneyKeepsItsEarlierVersion() {
        // given
        WorkspaceFiles shipped = ShippedWorkspace.files();
        Map<String, String> texts = new HashMap<>(shipped.texts());
        texts.computeIfPresent(CART, (name, text) -> text.replace("- wait: 1h", "- wait: 2h"));
        DefinitionShelf shelf = new DefinitionShelf();
        JourneyRef before = cart(publish(shipped, shelf)).ref();

        // when
        publish(new WorkspaceFiles(texts), shelf);

        // then
        Definition definition = shelf.workspace().orElseThrow();
        Compilation compilation = WorkspaceCompiler.compile(shelf.filesOf(definition), shelf.earlierThan(definition));
        Workspace workspace = ((Compilation.Compiled) compilation).workspace();
        assertThat(cart(workspace).ref()).isNotEqualTo(before);
        assertThat(workspace.journey(before)).isPresent();
        assertThat(workspace.journeys()).hasSize(3);
    }

    private static Workspace publish(WorkspaceFiles files, DefinitionShelf shelf) {
        Workspace compiled = ShippedWorkspace.compile(files);
        List<Definition> definitions = Definitions.of(files, compiled);
        definitions.forEach(
                definition -> shelf.put(ContractJson.read(ContractJson.write(definition), Definition.class)));
        return compiled;
    }

    private static Journey cart(Workspace workspace) {
        return workspace.journeys().stream()
                .filter(journey -> journey.ref().id().value().equals("abandoned-cart"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> withoutTests(WorkspaceFiles files) {
        return files.texts().entrySet().stream()
                .filter(file -> !file.getKey().startsWith("tests/"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
