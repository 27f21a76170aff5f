package dev.safar.engine;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "dev.safar.engine", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule only_app_knows_quarkus = noClasses()
            .that()
            .resideOutsideOfPackage("..engine.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "io.smallrye..", "org.eclipse.microprofile..");

    @ArchTest
    static final ArchRule nothing_imports_app = noClasses()
            .that()
            .resideOutsideOfPackage("..engine.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.safar..app..");

    @ArchTest
    static final ArchRule the_time_comes_from_an_instant_source = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("tests and the demo have clocks of their own");

    @ArchTest
    static final ArchRule state_and_definition_know_nothing_of_streams = noClasses()
            .that()
            .resideInAnyPackage("..engine.state..", "..engine.definition..", "..engine.query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..engine.streams..", "org.apache.kafka.streams..");

    @ArchTest
    static final ArchRule only_state_knows_the_stored_form = noClasses()
            .that()
            .resideOutsideOfPackage("..engine.state..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..engine.state.wire..", "com.google.protobuf..");

    @ArchTest
    static final ArchRule packages_do_not_depend_in_circles =
            slices().matching("dev.safar.engine.(*)..").should().beFreeOfCycles();
}
