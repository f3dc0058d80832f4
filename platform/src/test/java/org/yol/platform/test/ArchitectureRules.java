package org.yol.platform.test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.web.bind.annotation.RestController;
import org.yol.platform.document.Aggregate;

/**
 * The shape every module has. A service checks all of it by a test class of three lines:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "org.yol.programs", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTests {
 *     @ArchTest
 *     static final ArchTests SHAPE = ArchTests.in(ArchitectureRules.class);
 * }
 * }</pre>
 */
public final class ArchitectureRules {

    /** The domain is tested in milliseconds: it knows no framework, no store and no broker. */
    @ArchTest
    public static final ArchRule DOMAIN_IS_PLAIN_JAVA = classes()
            .that()
            .areRecords()
            .and()
            .areAssignableTo(Aggregate.class)
            .should(new ReachNothingOf(resideInAnyPackage(
                    "org.springframework..", "com.mongodb..", "org.apache.kafka..", "jakarta.servlet..")))
            .allowEmptyShould(true);

    /** Nobody calls a controller but the web. */
    @ArchTest
    public static final ArchRule CONTROLLERS_ARE_PACKAGE_PRIVATE = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    /** Nobody calls a listener but the broker. */
    @ArchTest
    public static final ArchRule LISTENERS_ARE_PACKAGE_PRIVATE = methods()
            .that()
            .areAnnotatedWith(KafkaListener.class)
            .should()
            .beDeclaredInClassesThat()
            .arePackagePrivate()
            .allowEmptyShould(true);

    /** A second listener of a topic gets all of its events too, not half of the first one's. */
    @ArchTest
    public static final ArchRule LISTENERS_HAVE_GROUPS_OF_THEIR_OWN = methods()
            .that()
            .areAnnotatedWith(KafkaListener.class)
            .should(new HearInAGroupOfItsFeature())
            .allowEmptyShould(true);

    /** A collection belongs to its feature; it is public only where another feature asks it. */
    @ArchTest
    public static final ArchRule COLLECTIONS_ARE_PACKAGE_PRIVATE = classes()
            .that(new OwnACollection())
            .should(new BePublicOnlyForAnotherPackage())
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule DEPENDENCIES_ARE_INJECTED_BY_CONSTRUCTOR = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    public static final ArchRule LOGS_GO_THROUGH_SLF4J = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    public static final ArchRule NOTHING_IS_PRINTED = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    /** A name says what a class is for. */
    @ArchTest
    public static final ArchRule NAMES_SAY_SOMETHING =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)");

    /** Features can be read, moved and deleted one by one. */
    @ArchTest
    public static final ArchRule FEATURES_ARE_FREE_OF_CYCLES =
            slices().matching("org.yol.(*).(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    /** Services know each other's events, never each other; the platform knows no service. */
    @ArchTest
    public static final ArchRule MODULES_DEPEND_DOWNWARDS_ONLY = classes().should(new DependOnModulesBelow());

    /** The published language can be taken without taking anything else. */
    @ArchTest
    public static final ArchRule CONTRACTS_DEPEND_ON_NOTHING = classes()
            .that(resideInAPackage("org.yol.contracts.."))
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("org.yol.contracts..", "java..", "com.fasterxml.jackson.annotation.."))
            .allowEmptyShould(true);

    /** Whoever looks at the picture in {@code docs/architecture.md} sees what is there. */
    @ArchTest
    public static void packagesAreAsDrawn(JavaClasses classes) {
        assertThat(DrawnPackages.coded(classes)).isEqualTo(DrawnPackages.drawn());
    }

    /** Nobody reads another language than their own because a text was forgotten. */
    @ArchTest
    public static void textsAreThereInEveryLanguage(JavaClasses classes) {
        TextsInEveryLanguage.check("messages");
        TextsInEveryLanguage.check("platform-messages");
    }

    private ArchitectureRules() {}
}
