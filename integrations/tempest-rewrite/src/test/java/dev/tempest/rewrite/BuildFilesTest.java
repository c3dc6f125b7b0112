package dev.tempest.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openrewrite.ExecutionContext;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Parser;
import org.openrewrite.Result;
import org.openrewrite.SourceFile;
import org.openrewrite.gradle.GradleParser;
import org.openrewrite.internal.InMemoryLargeSourceSet;
import org.openrewrite.kotlin.KotlinParser;
import org.openrewrite.xml.XmlParser;

class BuildFilesTest {
    private final ExecutionContext ctx = new InMemoryExecutionContext();
    private final List<SourceFile> project = new ArrayList<>();

    private void add(Parser parser, String path, String text) {
        project.addAll(parser.parseInputs(List.of(Parser.Input.fromString(Path.of(path), text)), null, ctx)
                .toList());
    }

    private List<String> changed() {
        return new ChangeDependencies("0.1.0")
                .run(new InMemoryLargeSourceSet(project), ctx, 3, 1).getChangeset().getAllResults().stream()
                        .map(Result::getAfter)
                        .map(SourceFile::printAll)
                        .toList();
    }

    private static final String POM = """
            <project>
              <dependencies>
                <dependency>
                  <groupId>app.cash.tempest</groupId>
                  <artifactId>tempest2</artifactId>
                  <version>2025.07.15.155806-c1415e3</version>
                </dependency>
                <dependency>
                  <groupId>app.cash.tempest</groupId>
                  <artifactId>tempest2-testing-jvm</artifactId>
                  <version>${tempest.version}</version>
                  <scope>test</scope>
                </dependency>
                <dependency>
                  <groupId>app.cash.tempest</groupId>
                  <artifactId>tempest2-testing-junit5</artifactId>
                  <scope>test</scope>
                </dependency>
                <dependency>
                  <groupId>org.example</groupId>
                  <artifactId>tempest2</artifactId>
                </dependency>
              </dependencies>
            </project>
            """;

    @Test
    void changesDependenciesOfMaven() {
        add(XmlParser.builder().build(), "pom.xml", POM);

        assertThat(changed()).containsExactly("""
                        <project>
                          <dependencies>
                            <dependency>
                              <groupId>dev.tempest</groupId>
                              <artifactId>tempest-sdk2</artifactId>
                              <version>0.1.0</version>
                            </dependency>
                            <dependency>
                              <groupId>dev.tempest</groupId>
                              <artifactId>tempest-testing</artifactId>
                              <version>0.1.0</version>
                              <scope>test</scope>
                            </dependency>
                            <dependency>
                              <groupId>org.example</groupId>
                              <artifactId>tempest2</artifactId>
                            </dependency>
                          </dependencies>
                        </project>
                        """);
    }

    @Test
    void addsTheKotlinModuleWhereKotlinUsesTempest() {
        add(KotlinParser.builder().build(), "src/main/kotlin/A.kt", "import app.cash.tempest2.Attribute\n");
        add(XmlParser.builder().build(), "pom.xml", POM);

        assertThat(changed()).singleElement().asString().contains("""
                            <dependency>
                              <groupId>dev.tempest</groupId>
                              <artifactId>tempest-kotlin</artifactId>
                              <version>0.1.0</version>
                            </dependency>
                        """);
    }

    @Test
    void changesDependenciesOfGradle() {
        add(GradleParser.builder().build(), "build.gradle", """
                dependencies {
                    implementation "app.cash.tempest:tempest:1.10.2"
                    testImplementation 'app.cash.tempest:tempest-testing-docker:1.10.2'
                    implementation "org.example:tempest:1.0"
                }
                """);

        assertThat(changed()).containsExactly("""
                        dependencies {
                            implementation "dev.tempest:tempest-sdk1:0.1.0"
                            testImplementation 'dev.tempest:tempest-testing-docker:0.1.0'
                            implementation "org.example:tempest:1.0"
                        }
                        """);
    }

    @Test
    void changesDependenciesOfGradleInKotlin() {
        add(GradleParser.builder().build(), "build.gradle.kts", """
                dependencies {
                    implementation(platform("app.cash.tempest:tempest-bom:2025.07.15.155806-c1415e3"))
                    implementation("app.cash.tempest:tempest2")
                    testImplementation("app.cash.tempest:tempest2-testing-junit4")
                }
                """);

        assertThat(changed()).containsExactly("""
                        dependencies {
                            implementation(platform("dev.tempest:tempest-bom:0.1.0"))
                            implementation("dev.tempest:tempest-sdk2")
                            testImplementation("dev.tempest:tempest-testing")
                        }
                        """);
    }
}
