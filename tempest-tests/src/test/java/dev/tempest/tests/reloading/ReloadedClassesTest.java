package dev.tempest.tests.reloading;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.faces.Sdk1Client;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Programs whose classes are loaded below the libraries, again and again. */
class ReloadedClassesTest {
    @RegisterExtension
    final TestDb testDb =
            TestDb.of(TestTable.create("notes", NoteRow.class), TestTable.create("folders", FolderRow.class));

    private static ChildLoader loader() {
        return new ChildLoader(Reloaded.class, NoteRow.class, FolderRow.class);
    }

    @SuppressWarnings("unchecked")
    private static <C> Map<String, Object> run(ClassLoader loader, Class<?> program, C client) throws Exception {
        Class<?> reloaded = loader.loadClass(program.getName());
        assertThat(reloaded).isNotSameAs(program);
        return ((Function<C, Map<String, Object>>) reloaded.getConstructor().newInstance()).apply(client);
    }

    @Test
    void itemsCodecsAndRawItemsWorkInAChildClassLoader() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(run(loader(), Reloaded.Program.class, testDb.enhancedClient()))
                    .containsEntry("item", "Note[pk=p, id=1, text=x, tags=[a, b], count=7]")
                    .containsEntry("codec", "NOTE_22")
                    .containsEntry("raw", "ynull");
        }
        assertThat(testDb.client()
                        .getItem(request -> request.tableName("notes")
                                .key(Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS("NOTE_2"))))
                        .item())
                .containsOnlyKeys("pk", "sk", "text", "count");
    }

    @Test
    void rawItemsThatTheSdkReadsByItselfWorkInAChildClassLoader() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(run(loader(), Reloaded.NestedProgram.class, testDb.enhancedClient()))
                    .containsEntry("color", "red");
        }
    }

    @Test
    void classesOfTheFirstSdkWorkInAChildClassLoader() throws Exception {
        DynamoDBMapper mapper = new DynamoDBMapper(Sdk1Client.of(testDb.connection()));
        for (int i = 0; i < 2; i++) {
            assertThat(run(loader(), Reloaded.Sdk1Program.class, mapper))
                    .containsEntry("item", "Note[pk=p, id=1, text=x, tags=[a], count=7]")
                    .containsEntry("codec", "NOTE_2");
        }
    }

    @Test
    void aClassLoaderIsFreedWhenItsProgramIsGone() throws Exception {
        ReferenceQueue<ClassLoader> freed = new ReferenceQueue<>();
        WeakReference<ClassLoader> reference = runAndForget(freed);

        boolean gone = false;
        for (int i = 0; i < 50 && !gone; i++) {
            System.gc();
            gone = freed.remove(100) == reference;
        }

        assertThat(gone).isTrue();
    }

    private WeakReference<ClassLoader> runAndForget(ReferenceQueue<ClassLoader> freed) throws Exception {
        ClassLoader loader = loader();
        run(loader, Reloaded.Program.class, testDb.enhancedClient());
        return new WeakReference<>(loader, freed);
    }
}
