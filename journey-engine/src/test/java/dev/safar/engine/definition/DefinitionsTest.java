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
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A workspace on its way through the topic. */
class DefinitionsTest {

    private static final String CART = "abandoned-cart.yaml";

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void whatWasPublishedIsPutTogetherAgain() {
        // given
        WorkspaceFiles shipped = ShippedWorkspace.files();
        DefinitionShelf shelf = new DefinitionShelf();

        // when
        publish(shipped, shelf);

        // then
        Definition workspace = shelf.takeWorkspaces().get(0);
        assertThat(shelf.filesOf(workspace).texts()).isEqualTo(withoutTests(shipped));
        assertThat(shelf.earlierThan(workspace)).isEmpty();
    }

    @Test
    void allThatWasEverPublishedCanBeCompiledOnceMore() {
        // given
        WorkspaceFiles shipped = ShippedWorkspace.files();
        Map<String, String> texts = new HashMap<>(shipped.texts());
        texts.computeIfPresent(CART, (name, text) -> text.replace("- wait: 1h", "- wait: 2h"));
        WorkspaceFiles edited = new WorkspaceFiles(texts);
        Workspace after = ((Compilation.Compiled) WorkspaceCompiler.compile(edited)).workspace();
        List<Definition> definitions = new ArrayList<>(Definitions.of(shipped, ShippedWorkspace.compiled()));
        definitions.addAll(Definitions.of(edited, after));

        // when
        List<Workspace> history = WorkspaceHistory.of(definitions);

        // then
        assertThat(history)
                .extracting(DefinitionsTest::cart)
                .extracting(Journey::ref)
                .containsExactly(
                        cart(ShippedWorkspace.compiled()).ref(), cart(after).ref());
        assertThat(history.get(1).journey(cart(ShippedWorkspace.compiled()).ref()))
                .isPresent();
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
        Workspace workspace = choice(shelf).next().orElseThrow();
        assertThat(cart(workspace).ref()).isNotEqualTo(before);
        assertThat(workspace.journey(before)).isPresent();
        assertThat(workspace.journeys()).hasSize(3);
    }

    @Test
    void theLastWorkspaceThatCompilesIsTaken() {
        // given
        DefinitionShelf shelf = new DefinitionShelf();
        publish(ShippedWorkspace.files(), shelf);
        shelf.put(brokenWorkspace());

        // when
        Optional<Workspace> workspace = choice(shelf).next();

        // then
        assertThat(workspace.orElseThrow().journeys()).hasSize(3);
        assertThat(counted("safar.definitions.refused")).isEqualTo(1);
    }

    @Test
    void whatHasBeenRefusedIsNotLookedAtAgain() {
        // given
        DefinitionShelf shelf = new DefinitionShelf();
        WorkspaceChoice choice = choice(shelf);
        publish(ShippedWorkspace.files(), shelf);
        choice.next();
        shelf.put(brokenWorkspace());

        // when
        Optional<Workspace> refused = choice.next();
        Optional<Workspace> nothing = choice.next();

        // then
        assertThat(refused).isEmpty();
        assertThat(nothing).isEmpty();
        assertThat(counted("safar.definitions.refused")).isEqualTo(1);
    }

    @Test
    void anEarlierVersionThatNoLongerCompilesIsLeftOutAndCountedOnce() {
        // given
        DefinitionShelf shelf = new DefinitionShelf();
        Map<String, String> files = Map.of("hello.yaml", "journey: hello\nsteps: [ wait: forever ]\n");
        shelf.put(new Definition(Definition.KIND_JOURNEY, "hello", "abc", files, null, null));
        WorkspaceChoice choice = choice(shelf);

        // when
        publish(ShippedWorkspace.files(), shelf);
        Optional<Workspace> first = choice.next();
        publish(ShippedWorkspace.files(), shelf);
        Optional<Workspace> second = choice.next();

        // then
        assertThat(first).isPresent();
        assertThat(second).isPresent();
        assertThat(counted("safar.definitions.left.out")).isEqualTo(1);
        assertThat(counted("safar.definitions.refused")).isZero();
    }

    private WorkspaceChoice choice(DefinitionShelf shelf) {
        return new WorkspaceChoice(shelf, new DefinitionMeters(registry));
    }

    private double counted(String meter) {
        return registry.get(meter).counter().count();
    }

    private static Definition brokenWorkspace() {
        Map<String, String> files = Map.of("workspace.yaml", "zone: Nowhere/Land\n");
        return new Definition(Definition.KIND_WORKSPACE, "workspace", "bad", files, null, null);
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
