package dev.tempest.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.spring.music.MusicDb;
import dev.tempest.testing.DynamoDbConnection;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** As DevTools does it: the application's classes are loaded again, the libraries' stay. */
class RestartTest {
    private static final String APPLICATION = MusicDb.class.getPackageName();

    @Test
    void restartedApplicationUsesItsReloadedTypes() throws Exception {
        Set<Class<?>> types = new HashSet<>();
        try (DynamoDbConnection connection = DynamoDbConnection.embedded()) {
            for (String title : new String[] {"Blue Train", "Giant Steps"}) {
                ClassLoader loader = new ApplicationLoader(getClass().getClassLoader());
                Class<?> application = loader.loadClass(APPLICATION + ".MusicApplication");
                Class<?> shelf = loader.loadClass(APPLICATION + ".Shelf");
                Contexts.with(connection)
                        .withClassLoader(loader)
                        .withUserConfiguration(application, shelf)
                        .run(context -> {
                            assertThat(context).hasNotFailed().hasBean("musicDb.music");
                            types.add(context.getType("musicDb"));
                            assertThat(context.getBean(TitleStore.class).store(title))
                                    .isEqualTo(title);
                        });
            }
        }
        assertThat(types).hasSize(2).doesNotContain(MusicDb.class);
    }

    private static final class ApplicationLoader extends ClassLoader {
        ApplicationLoader(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(APPLICATION)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? define(name) : known;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            URL file = getResource(name.replace('.', '/') + ".class");
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            try (InputStream in = file.openStream()) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
