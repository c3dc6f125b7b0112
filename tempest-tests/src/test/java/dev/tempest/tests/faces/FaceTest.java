package dev.tempest.tests.faces;

import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;

/** What the tests of the faces have in common: the tables of {@link Media}, and a face to look at them with. */
public abstract class FaceTest {
    @RegisterExtension
    protected final TestDb db = Media.tables();

    @Parameter
    protected Face.Kind kind;

    private final List<Face> opened = new ArrayList<>();

    @AfterEach
    void closeFaces() {
        opened.forEach(Face::close);
    }

    protected final Face open() {
        return open(Face.Settings.DEFAULT);
    }

    protected final Face open(FaultyHttp network) {
        return open(Face.Settings.DEFAULT.network(network));
    }

    protected final Face open(Face.Settings settings) {
        Face face = kind.open(db.connection(), settings);
        opened.add(face);
        return face;
    }
}
