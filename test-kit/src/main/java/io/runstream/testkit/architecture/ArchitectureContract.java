package io.runstream.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What holds in every module; a module's test extends this and names its package. */
public abstract class ArchitectureContract {
    private static final String[] GENERATED = {"..event.v1..", "..access.v1..", "..grammar.."};

    private final String root;
    private final JavaClasses classes;

    /** @param root the module's own package, {@code io.runstream.query} for example */
    protected ArchitectureContract(String root) {
        this.root = root;
        this.classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
    }

    /** The classes of the module, without those of its tests, for rules of its own. */
    protected final JavaClasses classes() {
        return classes;
    }

    @Test
    void packagesDoNotNeedEachOtherInCircles() {
        slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void everyPackageSaysWhereNullIsAllowed() {
        ArchRuleDefinition.classes()
                .that(not(resideInAnyPackage(GENERATED)))
                .should(beInNullMarkedPackages())
                .check(classes);
    }

    @Test
    void whatAClassNeedsComesThroughItsConstructor() {
        noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void resourcesReachNeitherDatabaseNorLog() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.vertx.sqlclient..",
                        "io.vertx.pgclient..",
                        "io.vertx.mutiny.sqlclient..",
                        "io.vertx.mutiny.pgclient..",
                        "java.sql..",
                        "org.apache.kafka..")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void packagesAreNamedByFeature() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..")
                .check(classes);
    }

    private static ArchCondition<JavaClass> beInNullMarkedPackages() {
        return new ArchCondition<>("be in packages annotated with @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                String message = item.getPackageName() + " of " + item.getSimpleName() + " is not @NullMarked";
                events.add(new SimpleConditionEvent(item, marked, message));
            }
        };
    }
}
