package coop.pools.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import coop.pools.kernel.RefusalCode;
import coop.pools.kernel.Transactions;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Who may know whom, as docs/ARCHITECTURE.md draws it. */
@AnalyzeClasses(packages = "coop.pools", importOptions = ImportOption.DoNotIncludeTests.class)
class ImportRulesTest {
    private static final String[] ROOTS = {
        "coop.pools.ledger",
        "coop.pools.identity",
        "coop.pools.bylaws",
        "coop.pools.governance",
        "coop.pools.pool",
        "coop.pools.membership",
        "coop.pools.treasury",
        "coop.pools.round",
        "coop.pools.custody",
        "coop.pools.recurring",
        "coop.pools.receipt",
        "coop.pools.payout",
        "coop.pools.reconciliation",
        "coop.pools.expense",
        "coop.pools.flood",
        "coop.pools.commons",
        "coop.pools.founding",
        "coop.pools.enactment",
        "coop.pools.overview",
        "coop.pools.notify"
    };

    @ArchTest
    static final ArchRule kernelKnowsOnlyJava = classes()
            .that()
            .resideInAPackage("coop.pools.kernel")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "coop.pools.kernel");

    @ArchTest
    static final ArchRule domainKnowsOnlyDomain = classes()
            .that()
            .resideInAPackage("coop.pools.*.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.math",
                    "java.nio..",
                    "java.security",
                    "java.text",
                    "coop.pools.kernel",
                    "coop.pools.*.domain..");

    @ArchTest
    static final ArchRule featureRootsAreFreeOfFrameworks = noClasses()
            .that()
            .resideInAnyPackage(ROOTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.jdbi..",
                    "java.sql..",
                    "javax.sql..",
                    "jakarta..",
                    "io.dropwizard..",
                    "freemarker..",
                    "com.fasterxml..",
                    "com.stripe..",
                    "com.github.scribejava..",
                    "coop.pools.*.sql..",
                    "coop.pools.*.web..",
                    "coop.pools.platform.db..",
                    "coop.pools.platform.web..");

    @ArchTest
    static final ArchRule sqlIsReachedOnlyFromTheWiring = noClasses()
            .that()
            .resideOutsideOfPackages("coop.pools.*.sql..", "coop.pools.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("coop.pools.*.sql..");

    @ArchTest
    static final ArchRule jdbiStaysAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages("coop.pools.*.sql..", "coop.pools.platform.db..", "coop.pools.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jdbi..");

    @ArchTest
    static final ArchRule webStaysAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "coop.pools.*.web..", "coop.pools.platform.web..", "coop.pools.demo..", "coop.pools.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "io.dropwizard.views..");

    @ArchTest
    static final ArchRule webNamesNoStore = noClasses()
            .that()
            .resideInAPackage("coop.pools.*.web..")
            .and()
            .resideOutsideOfPackage("coop.pools.platform..")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Store");

    @ArchTest
    static final ArchRule stripeStaysInItsAdapter = noClasses()
            .that()
            .resideOutsideOfPackage("coop.pools.integrations.payments.stripe..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.stripe..");

    @ArchTest
    static final ArchRule scribeStaysInItsAdapters = noClasses()
            .that()
            .resideOutsideOfPackage("coop.pools.integrations.groups..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.scribejava..");

    @ArchTest
    static final ArchRule mailStaysInItsAdapter = noClasses()
            .that()
            .resideOutsideOfPackage("coop.pools.integrations.mail.smtp..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.mail..");

    @ArchTest
    static final ArchRule theSchedulerStaysInJobs = noClasses()
            .that()
            .resideOutsideOfPackage("coop.pools.platform.jobs..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.kagkarlsson..");

    @ArchTest
    static final ArchRule integrationsKnowNothingOfTheService = noClasses()
            .that()
            .resideInAPackage("coop.pools.integrations..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("coop.pools..").and(not(resideInAPackage("coop.pools.integrations.."))));

    /** Each may look at those before it; what stands in one line is one layer. */
    private static final List<List<String>> ORDER = List.of(
            List.of("ledger", "identity", "bylaws"),
            List.of("governance"),
            List.of("pool"),
            List.of("membership"),
            List.of("treasury"),
            List.of("custody"),
            List.of("bucket", "recurring"),
            List.of("round"),
            List.of("receipt"),
            List.of("payout"),
            List.of("expense", "exit"),
            List.of("reconciliation"),
            List.of("flood"),
            List.of("commons"),
            List.of("founding", "enactment", "overview", "notify"),
            List.of("demo"),
            List.of("app"));

    @ArchTest
    static final ArchRule featuresHaveAnOrder = order();

    private static ArchRule order() {
        Architectures.LayeredArchitecture layers = Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true);
        for (List<String> rooms : ORDER) {
            layers = layers.layer(rooms.get(0))
                    .definedBy(rooms.stream()
                            .map(room -> "coop.pools." + room + "..")
                            .toArray(String[]::new));
        }
        for (int i = 0; i < ORDER.size(); i++) {
            String[] above = ORDER.subList(i + 1, ORDER.size()).stream()
                    .map(rooms -> rooms.get(0))
                    .toArray(String[]::new);
            layers = above.length == 0
                    ? layers.whereLayer(ORDER.get(i).get(0)).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(ORDER.get(i).get(0)).mayOnlyBeAccessedByLayers(above);
        }
        return layers;
    }

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .that()
            .resideOutsideOfPackage("coop.pools.app..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule moneyIsCountedInWholeUnits = noClasses()
            .that()
            .resideOutsideOfPackages("coop.pools.platform.web..", "coop.pools.integrations..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(BigDecimal.class);

    @ArchTest
    static final ArchRule noFieldIsAFloatingPointNumber =
            fields().should().notHaveRawType(double.class).andShould().notHaveRawType(float.class);

    @ArchTest
    static final ArchRule nothingStaticChanges =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule transactionsBeginInUseCases = noClasses()
            .that()
            .resideInAnyPackage("coop.pools.*.sql..", "coop.pools.*.domain..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Transactions.class);

    @ArchTest
    static final ArchRule refusalsAreNamedSo = classes()
            .that()
            .areAssignableTo(RefusalCode.class)
            .should()
            .haveNameMatching(".*Refusal.*")
            .because("SentencesTest looks for them by their names");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Data|Info)")
            .because("such names say nothing");

    /** JAX-RS looks for a class by its path first and never comes back: one path for all leaves no dead ends. */
    @ArchTest
    static final ArchRule addressesStandWholeOnMethods = classes()
            .that()
            .areAnnotatedWith(jakarta.ws.rs.Path.class)
            .should()
            .beAnnotatedWith(DescribedPredicate.describe(
                    "@Path(\"/\")",
                    annotation -> annotation.getRawType().isEquivalentTo(jakarta.ws.rs.Path.class)
                            && "/".equals(annotation.get("value").orElse(""))));
}
