package dev.safar.core;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "dev.safar.core", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule core_knows_no_framework = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "org.rocksdb..",
                    "io.quarkus..",
                    "jakarta..",
                    "io.smallrye..",
                    "org.eclipse.microprofile..");

    @ArchTest
    static final ArchRule core_knows_no_other_module = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.safar.contracts..",
                    "dev.safar.engine..",
                    "dev.safar.ingest..",
                    "dev.safar.dispatch..",
                    "dev.safar.kafka..",
                    "dev.safar.standalone..");

    @ArchTest
    static final ArchRule core_reads_no_clock_and_draws_no_lots = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .because("time and ids are inputs: a journey replays to the same result");

    @ArchTest
    static final ArchRule core_reads_no_files = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net..")
            .because("how files are read is the business of those who call");

    @ArchTest
    static final ArchRule only_definition_knows_yaml = noClasses()
            .that()
            .resideOutsideOfPackage("dev.safar.core.definition..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..", "org.yaml..");

    @ArchTest
    static final ArchRule only_expression_knows_cel = noClasses()
            .that()
            .resideOutsideOfPackage("dev.safar.core.expression..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.cel..");

    @ArchTest
    static final ArchRule only_cron_knows_the_library_for_timetables = noClasses()
            .that()
            .resideOutsideOfPackage("dev.safar.core.cron..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.cronutils..");

    @ArchTest
    static final ArchRule only_template_knows_liquid = noClasses()
            .that()
            .resideOutsideOfPackage("dev.safar.core.template..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("liqp..", "liquid..");

    @ArchTest
    static final ArchRule model_knows_nothing_else = classes()
            .that()
            .resideInAPackage("dev.safar.core.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.safar.core.model..");

    @ArchTest
    static final ArchRule definition_knows_nothing_else = noClasses()
            .that()
            .resideInAPackage("dev.safar.core.definition..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.safar.core.compile..",
                    "dev.safar.core.expression..",
                    "dev.safar.core.model..",
                    "dev.safar.core.runtime..",
                    "dev.safar.core.scenario..",
                    "dev.safar.core.template..");

    @ArchTest
    static final ArchRule runtime_knows_the_model_alone = classes()
            .that()
            .resideInAPackage("dev.safar.core.runtime..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.safar.core.model..", "dev.safar.core.runtime..");
}
