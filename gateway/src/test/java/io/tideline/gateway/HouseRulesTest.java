package io.tideline.gateway;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tideline.test.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private static final String ROOT = "io.tideline.gateway";

    @Test
    void keepsTheHouseRules() {
        HouseRules.checkModule(ROOT);
    }

    /** A stage knows the stages before it and the supergraph; only the door knows them all. */
    @Test
    void pointsArrowsOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("http")
                .definedBy(ROOT + ".http..")
                .layer("operation")
                .definedBy(ROOT + ".operation..")
                .layer("access")
                .definedBy(ROOT + ".access..")
                .layer("plan")
                .definedBy(ROOT + ".plan..")
                .layer("execute")
                .definedBy(ROOT + ".execute..")
                .layer("subgraph")
                .definedBy(ROOT + ".subgraph..")
                .layer("respond")
                .definedBy(ROOT + ".respond..")
                .layer("supergraph")
                .definedBy(ROOT + ".supergraph..")
                .whereLayer("http")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("respond")
                .mayOnlyBeAccessedByLayers("http")
                .whereLayer("execute")
                .mayOnlyBeAccessedByLayers("http", "respond")
                .whereLayer("subgraph")
                .mayOnlyBeAccessedByLayers("http", "execute")
                .whereLayer("plan")
                .mayOnlyBeAccessedByLayers("http", "respond", "execute")
                .whereLayer("access")
                .mayOnlyBeAccessedByLayers("http", "respond")
                .whereLayer("operation")
                .mayOnlyBeAccessedByLayers("http", "respond", "plan")
                .whereLayer("supergraph")
                .mayNotAccessAnyLayer()
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(ROOT));
    }
}
