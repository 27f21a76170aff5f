package dev.safar.ingest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.safar.ingest.accept.RuleBreakers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTest {

    private static final ArchRule FRAMEWORKS_ONLY_IN_APP = noClasses()
            .that()
            .resideOutsideOfPackage("dev.safar.ingest.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "jakarta..",
                    "io.smallrye..",
                    "org.eclipse.microprofile..",
                    "io.micrometer..",
                    "io.vertx..");

    private static final ArchRule NOTHING_USES_APP = noClasses()
            .that()
            .resideOutsideOfPackage("dev.safar.ingest.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..app..");

    private static final ArchRule ACCEPT_IS_PURE = classes()
            .that()
            .resideInAPackage("dev.safar.ingest.accept..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "com.fasterxml.jackson..", "dev.safar.contracts", "dev.safar.ingest.accept..");

    private static final ArchRule TIME_AND_CHANCE_ARE_INPUTS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.safar.ingest.app..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class);

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.safar.ingest");

    private static final JavaClasses BROKEN =
            new ClassFileImporter().importClasses(RuleBreakers.class.getDeclaredClasses());

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

    private static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(FRAMEWORKS_ONLY_IN_APP, "UsesAFramework"),
                Arguments.of(NOTHING_USES_APP, "UsesApp"),
                Arguments.of(ACCEPT_IS_PURE, "UsesKafka"),
                Arguments.of(TIME_AND_CHANCE_ARE_INPUTS, "DependsOnTheMoment.now"),
                Arguments.of(TIME_AND_CHANCE_ARE_INPUTS, "DependsOnTheMoment.dice"));
    }
}
