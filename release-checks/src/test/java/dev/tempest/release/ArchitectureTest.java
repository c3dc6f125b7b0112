package dev.tempest.release;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which package may use which, so that a reader can tell from a class's package what it knows of. */
class ArchitectureTest {
    private static final String SDK2 = "software.amazon.awssdk..";
    private static final String SDK1 = "com.amazonaws..";

    private static final Map<String, JavaClasses> CLASSES = new ConcurrentHashMap<>();

    /** A module's internal packages, from the bottom to the top: each uses only those before it. */
    private record Layers(String module, String root, List<String> packages) {
        private Stream<String> names() {
            return packages.stream().map(name -> name.isEmpty() ? root : root + "." + name);
        }
    }

    private static final List<Layers> LAYERS = List.of(
            new Layers(
                    "tempest-core",
                    "dev.tempest.internal",
                    List.of(
                            "",
                            "observing",
                            "schema",
                            "batch",
                            "reflect.bytecode",
                            "reflect",
                            "codec.order",
                            "codec",
                            "value.form",
                            "value",
                            "locking",
                            "attr",
                            "expression",
                            "unique",
                            "write",
                            "model",
                            "query",
                            "definition",
                            "picture",
                            "items")),
            new Layers(
                    "tempest-sdk2",
                    "dev.tempest.sdk2.internal",
                    List.of(
                            "schema.value",
                            "schema",
                            "request",
                            "mapping",
                            "read",
                            "write",
                            "batch",
                            "table",
                            "check",
                            "picture",
                            "items",
                            "migrate",
                            "sync",
                            "async")),
            new Layers(
                    "tempest-sdk1",
                    "dev.tempest.sdk1.internal",
                    List.of("", "request", "schema", "mapping", "read", "write", "batch", "table")));

    @TestFactory
    Stream<DynamicTest> aPackageUsesOnlyThoseBelowIt() {
        return LAYERS.stream()
                .flatMap(layers -> IntStream.range(0, layers.packages().size() - 1)
                        .mapToObj(i -> {
                            List<String> names = layers.names().toList();
                            String[] above = names.subList(i + 1, names.size()).toArray(String[]::new);
                            return DynamicTest.dynamicTest(
                                    names.get(i),
                                    () -> noClasses()
                                            .that()
                                            .resideInAPackage(names.get(i))
                                            .should()
                                            .dependOnClassesThat()
                                            .resideInAnyPackage(above)
                                            .check(classesOf(layers.module())));
                        }));
    }

    @TestFactory
    Stream<DynamicTest> everyInternalPackageHasItsPlace() {
        return LAYERS.stream()
                .map(layers -> DynamicTest.dynamicTest(
                        layers.module(),
                        () -> assertThat(internalPackages(layers.module()))
                                .isSubsetOf(layers.names().toList())));
    }

    @TestFactory
    Stream<DynamicTest> internalPackagesHaveNoCycle() {
        return Stream.of("tempest-core", "tempest-sdk2", "tempest-sdk1", "tempest-local", "tempest-testing")
                .map(module -> DynamicTest.dynamicTest(
                        module,
                        () -> slices().assignedFrom(new InternalPackages())
                                .should()
                                .beFreeOfCycles()
                                .check(classesOf(module))));
    }

    @Test
    void theCoreKnowsNoSdk() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SDK2, SDK1, "dev.tempest.sdk2..", "dev.tempest.sdk1..")
                .check(classesOf("tempest-core"));
    }

    @Test
    void theSdkModulesDoNotKnowEachOther() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SDK1, "dev.tempest.sdk1..")
                .check(classesOf("tempest-sdk2"));
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SDK2, "dev.tempest.sdk2..")
                .check(classesOf("tempest-sdk1"));
    }

    @Test
    void onlyItsOwnModuleKnowsMicrometer() {
        for (String module : List.of("tempest-core", "tempest-sdk2", "tempest-sdk1", "tempest-kotlin")) {
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.micrometer..", "dev.tempest.micrometer..")
                    .check(classesOf(module));
        }
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SDK2, SDK1, "dev.tempest.sdk2..", "dev.tempest.sdk1..")
                .check(classesOf("tempest-micrometer"));
    }

    @Test
    void theLocalDatabaseKnowsNothingElseOfTempest() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.tempest..").and(not(resideInAPackage("dev.tempest.local.."))))
                .check(classesOf("tempest-local"));
    }

    /** The Kotlin module has objects for tests, which only a program with a test kit can use. */
    @Test
    void noLibraryKnowsTheTestKits() {
        for (String module :
                List.of("tempest-core", "tempest-sdk2", "tempest-sdk1", "tempest-local", "tempest-kotlin")) {
            noClasses()
                    .that(not(resideInAPackage("dev.tempest.testing..kotlin..")))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.tempest.testing..")
                    .check(classesOf(module));
        }
    }

    /** Those of the core are there for the SDK modules, and those of the first test kit for the others. */
    @TestFactory
    Stream<DynamicTest> internalPackagesAreUsedByTheirOwnModuleOnly() throws IOException {
        return Published.libraries().stream()
                .filter(module -> !module.equals("tempest-core"))
                .map(module -> DynamicTest.dynamicTest(module, () -> {
                    List<String> others = new ArrayList<>();
                    for (String other : Published.libraries()) {
                        boolean isSdk = module.startsWith("tempest-sdk") && other.equals("tempest-core");
                        boolean isTestKit = module.startsWith("tempest-testing") && other.equals("tempest-testing");
                        if (!other.equals(module) && !isSdk && !isTestKit) {
                            others.addAll(internalPackages(other));
                        }
                    }
                    noClasses()
                            .should()
                            .dependOnClassesThat(resideInAnyPackage(others.toArray(String[]::new)))
                            .check(classesOf(module));
                }));
    }

    @Test
    void noPublicSignatureShowsAnInternalType() throws IOException {
        for (String module : Published.libraries()) {
            assertThat(Files.readAllLines(Published.ROOT.resolve(module).resolve("api.txt")))
                    .as(module)
                    .noneMatch(line -> line.contains(".internal."));
        }
    }

    @Test
    void samplesUseNothingInternal() throws IOException {
        for (String directory : List.of("samples", "outside")) {
            try (Stream<Path> files = Files.walk(Published.ROOT.resolve(directory))) {
                List<Path> sources = files.filter(file -> file.toString().endsWith(".java")
                                || file.toString().endsWith(".kt"))
                        .toList();
                assertThat(sources).isNotEmpty();
                for (Path source : sources) {
                    assertThat(Files.readString(source)).as(source.toString()).doesNotContain(".internal.");
                }
            }
        }
    }

    private static JavaClasses classesOf(String module) {
        JavaClasses classes = CLASSES.computeIfAbsent(
                module,
                name -> new ClassFileImporter()
                        .importPath(Published.ROOT.resolve(name).resolve("target/classes")));
        assertThat(classes).as("classes of %s", module).isNotEmpty();
        return classes;
    }

    private static List<String> internalPackages(String module) {
        return classesOf(module).stream()
                .map(JavaClass::getPackageName)
                .filter(name -> (name + ".").contains(".internal."))
                .distinct()
                .toList();
    }

    /** Each package below {@code internal} by itself; the public packages and their implementations do use each other. */
    private static final class InternalPackages implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return (name + ".").contains(".internal.") ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "internal packages";
        }
    }
}
