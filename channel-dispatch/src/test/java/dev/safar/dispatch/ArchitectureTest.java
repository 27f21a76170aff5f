package dev.safar.dispatch;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "dev.safar.dispatch", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule only_app_knows_the_framework = noClasses()
            .that()
            .resideOutsideOfPackage("..dispatch.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..", "jakarta..", "io.smallrye..", "org.eclipse.microprofile..", "io.vertx..");

    @ArchTest
    static final ArchRule nothing_imports_app = noClasses()
            .that()
            .resideOutsideOfPackage("..dispatch.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..app..");

    @ArchTest
    static final ArchRule other_deployables_are_known_by_their_topics_only = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.safar.core..", "dev.safar.engine..", "dev.safar.ingest..", "dev.safar.standalone..");

    @ArchTest
    static final ArchRule policies_and_providers_know_no_kafka = noClasses()
            .that()
            .resideInAnyPackage("..dispatch.policy..", "..dispatch.provider..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule only_render_knows_liquid_and_yaml = noClasses()
            .that()
            .resideOutsideOfPackage("..dispatch.render..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("liqp..", "com.fasterxml.jackson.dataformat.yaml..");

    @ArchTest
    static final ArchRule packages_do_not_go_round_in_circles =
            slices().matching("dev.safar.dispatch.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_time_is_given = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("the edges share one clock, which in a demo is not the system's");
}
