package dev.tempest.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.spring.music.Album;
import dev.tempest.spring.music.AsyncMusicDb;
import dev.tempest.spring.music.MusicDb;
import dev.tempest.spring.music.MusicTable;
import dev.tempest.testing.DynamoDbConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@CompileWithForkedClassLoader
class AotTest {
    private static final DynamoDbConnection CONNECTION = DynamoDbConnection.embedded();

    @AfterAll
    static void close() {
        CONNECTION.close();
    }

    @Test
    void generatedApplicationHasTheDatabasesAndTheirTables() {
        TestGenerationContext generation = processed();

        TestCompiler.forSystem().with(generation).compile(compiled -> {
            try (GenericApplicationContext context = new GenericApplicationContext()) {
                context.setClassLoader(compiled.getClassLoader());
                initializer(compiled.getInstance(ApplicationContextInitializer.class))
                        .initialize(context);
                context.refresh();

                context.getBean(MusicDb.class).createTables();
                context.getBean(MusicTable.class).albums().save(new Album("a1", "Blue Train"));
                assertThat(context.getBean(AsyncMusicDb.class)
                                .music()
                                .albums()
                                .loadAsync(new Album.Key("a1"))
                                .join())
                        .isNotNull();
            }
        });
    }

    @Test
    void itemTypesAndProxiesHaveHints() {
        RuntimeHints hints = processed().getRuntimeHints();

        for (Class<?> type : new Class<?>[] {Album.class, Album.Key.class, Album.Label.class}) {
            assertThat(RuntimeHintsPredicates.reflection()
                            .onType(type)
                            .withMemberCategories(
                                    MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
                                    MemberCategory.INVOKE_DECLARED_METHODS,
                                    MemberCategory.ACCESS_DECLARED_FIELDS))
                    .accepts(hints);
            assertThat(RuntimeHintsPredicates.resource()
                            .forResource(type.getName().replace('.', '/') + ".class"))
                    .accepts(hints);
        }
        assertThat(RuntimeHintsPredicates.proxies().forInterfaces(MusicDb.class))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.proxies().forInterfaces(MusicTable.class))
                .accepts(hints);
    }

    @SuppressWarnings("unchecked")
    private static ApplicationContextInitializer<GenericApplicationContext> initializer(Object generated) {
        return (ApplicationContextInitializer<GenericApplicationContext>) generated;
    }

    private static TestGenerationContext processed() {
        TestGenerationContext generation = new TestGenerationContext();
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.register(Application.class);
        new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
        generation.writeGeneratedContent();
        return generation;
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({TempestAutoConfiguration.class, TempestMetricsAutoConfiguration.class})
    @TempestScan(databases = {MusicDb.class, AsyncMusicDb.class})
    static class Application {
        @Bean(destroyMethod = "")
        static DynamoDbClient client() {
            return CONNECTION.client();
        }

        @Bean(destroyMethod = "")
        static DynamoDbAsyncClient asyncClient() {
            return CONNECTION.asyncClient();
        }
    }
}
