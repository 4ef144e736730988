package io.tideline.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The rules of the house that a compiler does not know, as ArchUnit rules over a module's classes. */
public final class HouseRules {
    private static final String[] LAYER_PACKAGES = {
        "..service..", "..util..", "..impl..", "..model..", "..dto..", "..mapper..", "..common.."
    };

    private HouseRules() {}

    /** Checks a service module whose features are the packages right below {@code root}. */
    public static void checkService(String root) {
        JavaClasses classes = importOf(root);
        for (ArchRule rule : List.of(
                noLayerPackages(root),
                noLayerNames(root),
                doorsHoldNoSql(root),
                rulesWaitForNothing(root),
                noCycles(root))) {
            rule.allowEmptyShould(true).check(classes);
        }
    }

    /** Checks what holds in every module. */
    public static void checkModule(String root) {
        JavaClasses classes = importOf(root);
        List.of(noLayerPackages(root), noLayerNames(root), noCycles(root))
                .forEach(rule -> rule.allowEmptyShould(true).check(classes));
    }

    private static JavaClasses importOf(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    private static ArchRule noLayerPackages(String root) {
        return noClasses().that().resideInAPackage(root + "..").should().resideInAnyPackage(LAYER_PACKAGES);
    }

    private static ArchRule noLayerNames(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("DTO")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Processor")
                .orShould()
                .haveSimpleNameStartingWith("Abstract");
    }

    /** Doors (GraphQL and HTTP) read input and call; statements live in stores. */
    private static ArchRule doorsHoldNoSql(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .haveSimpleNameEndingWith("Graph")
                .or()
                .haveSimpleNameEndingWith("Route")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx.mutiny.sqlclient..", "org.hibernate..");
    }

    /** A class that ends in Rule(s), Scoring or Machine is pure: it knows no clock, no database and nothing that waits. */
    private static ArchRule rulesWaitForNothing(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .haveNameMatching(".*(Rule|Rules|Scoring|Machine)")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("io.smallrye.mutiny..", "io.quarkus..", "io.vertx..", "jakarta..");
    }

    private static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }
}
