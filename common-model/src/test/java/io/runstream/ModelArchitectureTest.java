package io.runstream;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ModelArchitectureTest {
    private final JavaClasses model = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void theModelKnowsNoFramework() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "io.smallrye..",
                        "io.vertx..",
                        "jakarta..",
                        "org.eclipse..",
                        "org.apache.kafka..")
                .check(model);
    }

    @Test
    void packagesDoNotNeedEachOtherInCircles() {
        slices().matching("io.runstream.(**)").should().beFreeOfCycles().check(model);
    }
}
