package dev.safar.core.runtime;

import dev.safar.core.model.TemplateId;
import dev.safar.core.model.Workspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs that are under way when the definitions change. */
class VersionsTest {

    private static final String JOURNEY =
            "journey: hello\nstart: { on: Signed Up, again: ignore }\nsteps: [ wait: 1h, { send: sms, template: hi } ]\n";
    private static final Map<String, String> BEFORE = files(JOURNEY, "Hi {{ customer.first_name }}");
    private static final Map<String, String> AFTER = files(JOURNEY + "owner: me\n", "Hi from {{ shop.name }}");

    private final Workspace before = Compiled.workspace(BEFORE);
    private final Life life = Life.reachable(before);

    @Test
    void aRunOnAnEarlierVersionSendsTheTemplateThatVersionWasPublishedWith() {
        // given
        life.event("0m", "Signed Up");

        // when
        life.under(Compiled.workspace(AFTER, BEFORE));
        life.tick("1h");

        // then
        MessageDecision.MessageRequested message = life.lastMessage("send-sms-hi");
        assertThat(message.templateVersion()).isEqualTo(templateOf(before));
        assertThat(message.variables()).isEqualTo(Map.of("customer", Map.of("first_name", "Ada")));
    }

    @Test
    void aRunOnTheCurrentVersionSendsTheCurrentTemplate() {
        // given
        Workspace after = Compiled.workspace(AFTER, BEFORE);

        // when
        life.under(after);
        life.event("0m", "Signed Up");
        life.tick("1h");

        // then
        MessageDecision.MessageRequested message = life.lastMessage("send-sms-hi");
        assertThat(message.templateVersion()).isEqualTo(templateOf(after));
        assertThat(message.variables()).isEqualTo(Map.of("shop", Map.of("name", "Shop")));
    }

    @Test
    void aTemplateThatIsEditedAloneIsSentByRunsUnderWay() {
        // given
        life.event("0m", "Signed Up");
        Workspace edited = Compiled.workspace(files(JOURNEY, "Hello {{ customer.first_name }}"));

        // when
        life.under(edited);
        life.tick("1h");

        // then
        assertThat(life.lastMessage("send-sms-hi").templateVersion()).isEqualTo(templateOf(edited));
    }

    @Test
    void aRunWhoseVersionNoLongerCompilesEndsWhenItsTimeComes() {
        // given
        life.event("0m", "Signed Up");
        Map<String, String> broken = files(JOURNEY, "Hi {{ customer.first_name }}{{ shop.gone }}");

        // when
        life.under(Compiled.workspace(AFTER, broken));
        List<String> decided = life.tick("1h");

        // then
        assertThat(decided).containsExactly("arranged", "finished hello at wait-1h: failed: unknown version");
    }

    private static Map<String, String> files(String journey, String template) {
        return Map.of(
                "workspace.yaml",
                "shop: { name: Shop }\n",
                "hello.yaml",
                journey,
                "templates/hi/sms.en.liquid",
                template);
    }

    private static String templateOf(Workspace workspace) {
        return workspace.templates().get(new TemplateId("hi")).version();
    }
}
