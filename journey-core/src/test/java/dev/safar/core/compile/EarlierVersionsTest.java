package dev.safar.core.compile;

import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.Journey;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.Workspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EarlierVersionsTest {

    private static final String BEFORE =
            "journey: hello\nstart: { on: Signed Up, again: ignore }\nsteps: [ { send: sms, template: hi } ]\n";
    private static final String AFTER = BEFORE.replace("Signed Up", "Logged In");

    @Test
    void areFinishedBesideTheCurrentOneAndStillObserved() {
        // given
        JourneyRef before = compile(workspace(BEFORE), List.of())
                .journeys()
                .iterator()
                .next()
                .ref();

        // when
        Workspace workspace = compile(workspace(AFTER), List.of(workspace(BEFORE)));

        // then
        assertThat(workspace.journeys()).extracting(Journey::ref).doesNotContain(before);
        assertThat(workspace.journey(before)).isPresent();
        assertThat(workspace.observed().fields()).containsOnlyKeys("$identify", "Signed Up", "Logged In");
    }

    @Test
    void areTheSameWhateverTheLineEndsAre() {
        String windows = "\uFEFF" + BEFORE.replace("\n", "\r\n");

        assertThat(compile(workspace(windows), List.of()).journeys())
                .extracting(Journey::ref)
                .containsExactlyElementsOf(compile(workspace(BEFORE), List.of()).journeys().stream()
                        .map(Journey::ref)
                        .toList());
    }

    @Test
    void doNotStandInTheWayOfANewWorkspaceWhenTheyNoLongerCompile() {
        // given
        String wrong = BEFORE.replace("send: sms", "send: fax");
        JourneyRef broken = new JourneyRef(new JourneyId("hello"), ContentVersion.of(wrong));

        // when
        Compilation compilation =
                WorkspaceCompiler.compile(workspace(AFTER), List.of(workspace(wrong), workspace(BEFORE)));

        // then
        Compilation.Compiled compiled = (Compilation.Compiled) compilation;
        assertThat(compiled.problems()).isEmpty();
        assertThat(compiled.leftOut()).containsOnlyKeys(broken);
        assertThat(compiled.leftOut().get(broken))
                .extracting(Problem::toString)
                .containsExactly(
                        "hello.yaml:3:18: there is no channel 'fax'; known are email, sms, push, inapp [unknown-channel]");
        assertThat(compiled.workspace().journey(broken)).isEmpty();
    }

    @Test
    void areFinishedThoughASegmentThatTheyAskForIsGone() {
        // given
        String reading = BEFORE.replace("steps: [", "steps: [ { if: customer.in('vip'), then: [ { stop: vip } ] },");
        WorkspaceFiles earlier = new WorkspaceFiles(Map.of("hello.yaml", reading, "templates/hi/sms.en.liquid", "Hi"));

        // when
        Compilation compilation = WorkspaceCompiler.compile(workspace(AFTER), List.of(earlier));

        // then
        Compilation.Compiled compiled = (Compilation.Compiled) compilation;
        assertThat(compiled.leftOut()).isEmpty();
        assertThat(compiled.workspace().journey(new JourneyRef(new JourneyId("hello"), ContentVersion.of(reading))))
                .isPresent();
    }

    private static Workspace compile(WorkspaceFiles files, List<WorkspaceFiles> earlier) {
        return ((Compilation.Compiled) WorkspaceCompiler.compile(files, earlier)).workspace();
    }

    private static WorkspaceFiles workspace(String journey) {
        return new WorkspaceFiles(Map.of("hello.yaml", journey, "templates/hi/sms.en.liquid", "Hi"));
    }
}
