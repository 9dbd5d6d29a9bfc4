package io.chargelake.jobs.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The direction of dependencies: common, tables, columns, lake, raw and quality, capabilities, cli. */
@AnalyzeClasses(packages = "io.chargelake", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String JOBS = "io.chargelake.jobs..";
    private static final String[] CAPABILITIES = {
        "io.chargelake.jobs.status..",
        "io.chargelake.jobs.generate..",
        "io.chargelake.jobs.vehicles..",
        "io.chargelake.jobs.profile..",
        "io.chargelake.jobs.stations..",
        "io.chargelake.jobs.forecast..",
        "io.chargelake.jobs.anomalies..",
        "io.chargelake.jobs.fleet..",
        "io.chargelake.jobs.extract..",
        "io.chargelake.jobs.publish..",
        "io.chargelake.jobs.collect..",
        "io.chargelake.jobs.maintain..",
        "io.chargelake.jobs.dashboard.."
    };

    @ArchTest
    static final ArchRule COMMON_KNOWS_NO_SPARK = noClasses()
            .that()
            .resideInAPackage("io.chargelake..")
            .and()
            .resideOutsideOfPackage(JOBS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..", JOBS);

    @ArchTest
    static final ArchRule TABLES_KNOW_ONLY_COMMON = noClasses()
            .that()
            .resideInAPackage("io.chargelake.jobs.tables..")
            .should()
            .dependOnClassesThat(inJobsOutside("tables"));

    @ArchTest
    static final ArchRule COLUMNS_KNOW_ONLY_TABLES = noClasses()
            .that()
            .resideInAPackage("io.chargelake.jobs.columns..")
            .should()
            .dependOnClassesThat(inJobsOutside("columns", "tables"));

    @ArchTest
    static final ArchRule THE_LAKE_KNOWS_NO_CAPABILITY = noClasses()
            .that()
            .resideInAPackage("io.chargelake.jobs.lake..")
            .should()
            .dependOnClassesThat(inJobsOutside("lake", "columns", "tables"));

    @ArchTest
    static final ArchRule RAW_FILES_KNOW_NO_RULES = noClasses()
            .that()
            .resideInAPackage("io.chargelake.jobs.raw..")
            .should()
            .dependOnClassesThat(inJobsOutside("raw", "lake", "columns", "tables"));

    @ArchTest
    static final ArchRule QUALITY_KNOWS_NO_CAPABILITY = noClasses()
            .that()
            .resideInAPackage("io.chargelake.jobs.quality..")
            .should()
            .dependOnClassesThat(inJobsOutside("quality", "raw", "lake", "columns", "tables"));

    @ArchTest
    static final ArchRule FILES_OF_CONF_KNOW_ONLY_THE_LAKE = noClasses()
            .that()
            .resideInAPackage("io.chargelake.jobs.conf..")
            .should()
            .dependOnClassesThat(inJobsOutside("conf", "lake", "columns", "tables"));

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_KNOWS_ALL_JOBS = noClasses()
            .that()
            .resideOutsideOfPackage("io.chargelake.jobs.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.chargelake.jobs.cli..");

    @ArchTest
    static final ArchRule CAPABILITIES_MEET_THROUGH_TABLES_ONLY =
            slices().assignedFrom(new Capabilities(CAPABILITIES)).should().notDependOnEachOther();

    @ArchTest
    static final ArchRule LOGIC_HAS_NO_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("io.chargelake.jobs.cli..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    private static com.tngtech.archunit.base.DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass>
            inJobsOutside(String... packages) {
        return new com.tngtech.archunit.base.DescribedPredicate<>(
                "are in jobs outside of " + String.join(", ", packages)) {
            @Override
            public boolean test(com.tngtech.archunit.core.domain.JavaClass type) {
                String name = type.getPackageName();
                if (!name.startsWith("io.chargelake.jobs")) {
                    return false;
                }
                for (String allowed : packages) {
                    if (name.equals("io.chargelake.jobs." + allowed)
                            || name.startsWith("io.chargelake.jobs." + allowed + ".")) {
                        return false;
                    }
                }
                return true;
            }
        };
    }
}
