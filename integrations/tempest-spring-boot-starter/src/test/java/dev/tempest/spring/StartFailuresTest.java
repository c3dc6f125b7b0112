package dev.tempest.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.TableName;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.spring.music.AsyncMusicDb;
import dev.tempest.spring.music.MusicApplication;
import dev.tempest.spring.music.MusicDb;
import dev.tempest.spring.music.MusicTable;
import dev.tempest.testing.DynamoDbConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(OutputCaptureExtension.class)
class StartFailuresTest {
    private final DynamoDbConnection connection = DynamoDbConnection.embedded();

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void applicationWithoutClientIsToldWhichBeanToDefine(CapturedOutput output) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(WithoutClient.class)
                        .web(WebApplicationType.NONE)
                        .run())
                .hasRootCauseInstanceOf(IllegalStateException.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains(MusicDb.class.getName()
                        + " needs a client of the AWS SDK: the application must have one bean of type"
                        + " DynamoDbEnhancedClient or DynamoDbClient.")
                .contains("Define a bean of type DynamoDbEnhancedClient or DynamoDbClient.")
                .contains("spring-cloud-aws-starter-dynamodb");
    }

    @Test
    void asynchronousDatabaseNeedsAnAsynchronousClient() {
        Contexts.withoutClient()
                .withBean(DynamoDbClient.class, connection::client)
                .withUserConfiguration(MusicApplication.class)
                .run(context -> assertThat(analysis(context.getStartupFailure()).getDescription())
                        .startsWith(AsyncMusicDb.class.getName())
                        .contains("DynamoDbAsyncClient"));
    }

    @Test
    void oneOfSeveralClientsIsChosenByACustomizer() {
        Contexts.withoutClient()
                .withBean("one", DynamoDbClient.class, connection::client)
                .withBean("two", DynamoDbClient.class, connection::client)
                .withUserConfiguration(BlockingMusic.class)
                .run(context -> assertThat(analysis(context.getStartupFailure()).getAction())
                        .contains("@Primary")
                        .contains("LogicalDbCustomizer"));
        Contexts.withoutClient()
                .withBean("one", DynamoDbClient.class, connection::client)
                .withBean("two", DynamoDbClient.class, connection::client)
                .withBean(
                        LogicalDbCustomizer.class,
                        () -> (type, builder) -> builder.enhancedClient(connection.enhancedClient()))
                .withUserConfiguration(BlockingMusic.class)
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(MusicTable.class));
    }

    @Test
    void wrongModelIsReportedWithoutAStackTrace() {
        Contexts.with(connection).withUserConfiguration(Wrong.class).run(context -> {
            FailureAnalysis analysis = analysis(context.getStartupFailure());
            assertThat(analysis.getDescription()).contains("does not say which DynamoDB table it is");
            assertThat(analysis.getAction()).contains(WrongDb.class.getName());
        });
    }

    @Test
    void missingNameWithAPrefixIsReported() {
        Contexts.with(connection)
                .withPropertyValues("tempest.table-prefix=test-")
                .withUserConfiguration(Wrong.class)
                .run(context -> assertThat(analysis(context.getStartupFailure()).getDescription())
                        .contains("does not say which DynamoDB table it is"));
    }

    @Test
    void wrongTablesStopTheStartWithTheReport() {
        Contexts.music(connection)
                .withPropertyValues("tempest.check-tables=fail")
                .run(context -> assertThat(analysis(context.getStartupFailure()).getDescription())
                        .contains("differ from the model")
                        .contains("music_items"));
    }

    @Test
    void wrongTablesStopALazyStartToo() {
        Contexts.music(connection)
                .withPropertyValues("tempest.check-tables=fail")
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void rightTablesLetTheApplicationStart() {
        connection.logicalDb(MusicDb.class).createTables();

        Contexts.music(connection)
                .withPropertyValues("tempest.check-tables=fail")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void wrongTablesAreLogged(CapturedOutput output) {
        Contexts.music(connection)
                .withPropertyValues("tempest.check-tables=warn")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).contains("The tables of musicDb differ from the model.");
    }

    @Test
    void tablesAreNotLookedAtUnlessAskedFor(CapturedOutput output) {
        Contexts.music(connection).run(context -> assertThat(context).hasNotFailed());

        assertThat(output).doesNotContain("differ from the model");
    }

    private static FailureAnalysis analysis(Throwable failure) {
        return new TempestFailureAnalyzer().analyze(failure);
    }

    @Configuration
    @ImportAutoConfiguration(TempestAutoConfiguration.class)
    @TempestScan(databases = MusicDb.class)
    static class WithoutClient {}

    @Configuration
    @TempestScan(databases = MusicDb.class)
    static class BlockingMusic {}

    @Configuration
    @TempestScan(databases = WrongDb.class)
    static class Wrong {}

    /** Its table has no {@link TableName}. */
    interface WrongDb extends LogicalDb {
        MusicTable music();
    }
}
