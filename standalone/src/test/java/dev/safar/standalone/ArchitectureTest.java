package dev.safar.standalone;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.safar.standalone.mailbox.RuleBreakers;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTest {

    private static final String APP = "dev.safar.standalone.app..";

    private static final ArchRule FRAMEWORKS_ONLY_IN_APP = noClasses()
            .that()
            .resideOutsideOfPackage(APP)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "jakarta.enterprise..",
                    "jakarta.inject..",
                    "jakarta.ws..",
                    "jakarta.annotation..",
                    "io.smallrye..",
                    "org.eclipse.microprofile..",
                    "io.micrometer..",
                    "io.vertx..");

    private static final ArchRule MAIL_IS_READ_IN_THE_MAILBOX = noClasses()
            .that()
            .resideOutsideOfPackage("dev.safar.standalone.mailbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.subethamail..");

    private static final ArchRule NOTHING_USES_ANOTHER_MODULES_APP = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.safar.engine.app..", "dev.safar.ingest.app..", "dev.safar.dispatch.app..");

    private static final ArchRule ONLY_COMMANDS_START_THE_APP = noClasses()
            .that()
            .resideOutsideOfPackages(APP, "dev.safar.standalone.cli..", "dev.safar.standalone.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(APP);

    private static final ArchRule PROVIDERS_KNOW_NOTHING_OF_SAFAR = noClasses()
            .that()
            .resideInAnyPackage("dev.safar.standalone.mailbox..", "dev.safar.standalone.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.safar.core..",
                    "dev.safar.contracts..",
                    "dev.safar.engine..",
                    "dev.safar.ingest..",
                    "dev.safar.dispatch..");

    private static final ArchRule ONLY_APP_READS_THE_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage(APP)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.safar.standalone");

    private static final JavaClasses BROKEN =
            new ClassFileImporter().importClasses(RuleBreakers.class.getDeclaredClasses());

    private static final JavaClasses BROKEN_ELSEWHERE = new ClassFileImporter().importClasses(ReadsMail.class);

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void noticesWhatBreaksIt(ArchRule rule, String breaker) {
        assertThat(rule.evaluate(BROKEN).getFailureReport().getDetails()).anyMatch(detail -> detail.contains(breaker));
    }

    @Test
    void noticesMailThatIsReadElsewhere() {
        assertThat(MAIL_IS_READ_IN_THE_MAILBOX.evaluate(BROKEN_ELSEWHERE).hasViolation())
                .isTrue();
        MAIL_IS_READ_IN_THE_MAILBOX.check(MAIN);
    }

    private static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(FRAMEWORKS_ONLY_IN_APP, "UsesQuarkus"),
                Arguments.of(NOTHING_USES_ANOTHER_MODULES_APP, "UsesAnotherApp"),
                Arguments.of(ONLY_COMMANDS_START_THE_APP, "UsesApp"),
                Arguments.of(PROVIDERS_KNOW_NOTHING_OF_SAFAR, "UsesTopics"),
                Arguments.of(ONLY_APP_READS_THE_CLOCK, "ReadsTheClock"));
    }

    private record ReadsMail(MimeMessage mail) {}
}
