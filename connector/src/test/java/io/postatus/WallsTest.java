/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.util.stream.Stream;

/** The walls of the house: who may know whom. */
@AnalyzeClasses(
        packages = {"io.postatus.core", "io.postatus.amazonvendor", "io.postatus.partnercenter", "io.postatus.pos"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
    private static final String CORE = "io.postatus.core..";
    private static final String[] VENDORS = {
        "io.postatus.amazonvendor..", "io.postatus.partnercenter..", "io.postatus.pos.."
    };
    private static final String[] BELOW_THE_RIM = {
        "io.postatus.core.model..",
        "io.postatus.core.wire..",
        "io.postatus.core.time..",
        "io.postatus.core.auth..",
        "io.postatus.core.http..",
        "io.postatus.core.state..",
        "io.postatus.core.poll.."
    };

    @ArchTest
    static final ArchRule floors = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("vendors")
            .definedBy(VENDORS)
            .layer("camel")
            .definedBy("io.postatus.core.camel..")
            .layer("poll")
            .definedBy("io.postatus.core.poll..")
            .layer("state")
            .definedBy("io.postatus.core.state..")
            .layer("http")
            .definedBy("io.postatus.core.http..")
            .layer("auth")
            .definedBy("io.postatus.core.auth..")
            .layer("wire")
            .definedBy("io.postatus.core.wire..")
            .layer("time")
            .definedBy("io.postatus.core.time..")
            .layer("model")
            .definedBy("io.postatus.core.model..")
            .whereLayer("vendors")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("camel")
            .mayOnlyBeAccessedByLayers("vendors")
            .whereLayer("poll")
            .mayOnlyBeAccessedByLayers("vendors", "camel")
            .whereLayer("state")
            .mayOnlyBeAccessedByLayers("vendors", "camel", "poll")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("vendors", "camel", "poll")
            .whereLayer("auth")
            .mayOnlyBeAccessedByLayers("vendors", "camel", "http")
            .whereLayer("wire")
            .mayOnlyBeAccessedByLayers("vendors", "camel", "poll", "state", "http")
            .whereLayer("time")
            .mayOnlyBeAccessedByLayers("vendors", "camel", "poll", "state", "http", "auth");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.postatus.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule coreKnowsNoVendor = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(VENDORS);

    @ArchTest
    static void vendorsDoNotKnowEachOther(JavaClasses house) {
        for (String vendor : VENDORS) {
            String[] others =
                    Stream.of(VENDORS).filter(other -> !other.equals(vendor)).toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(vendor)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .allowEmptyShould(true)
                    .check(house);
        }
    }

    @ArchTest
    static final ArchRule onlyTheRimKnowsCamel = noClasses()
            .that()
            .resideInAnyPackage(BELOW_THE_RIM)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.camel..");

    /** Client, mapper, source and wire know no Camel; what Camel makes beans of is named after what it is to Camel. */
    @ArchTest
    static final ArchRule inVendorsOnlyRimClassesKnowCamel = noClasses()
            .that()
            .resideInAnyPackage(VENDORS)
            .and()
            .haveNameNotMatching(
                    ".*(Component|Endpoint|Configuration|Configurer|UriFactory|Producer|Parameters|Constants|Converters|ConvertersLoader|Operation)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.camel..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theHttpClientIsKnownWhereHttpIs = noClasses()
            .that()
            .resideOutsideOfPackages("io.postatus.core.http..", "io.postatus.core.camel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)$");
}
