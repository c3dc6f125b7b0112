package dev.tempest.rewrite;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The coordinates of Cash App's Tempest, and those that take their place. */
final class Artifacts {
    static final String OLD_GROUP = "app.cash.tempest";
    static final String NEW_GROUP = "dev.tempest";
    static final String KOTLIN = "tempest-kotlin";

    private static final List<String> TESTING = List.of("testing", "testing-jvm", "testing-junit4", "testing-junit5");

    private Artifacts() {}

    /** The artifact that takes the place of one of Cash App's Tempest; null if there is none. */
    static @Nullable String replacing(String artifact) {
        return switch (artifact) {
            case "tempest2" -> "tempest-sdk2";
            case "tempest" -> "tempest-sdk1";
            case "tempest-bom" -> "tempest-bom";
            case "tempest2-testing-docker", "tempest-testing-docker" -> "tempest-testing-docker";
            default -> {
                int line = artifact.indexOf('-');
                if (line < 0 || !TESTING.contains(artifact.substring(line + 1))) {
                    yield null;
                }
                yield artifact.startsWith("tempest2") ? "tempest-testing" : "tempest-testing-sdk1";
            }
        };
    }

    static boolean isMain(String newArtifact) {
        return newArtifact.equals("tempest-sdk2") || newArtifact.equals("tempest-sdk1");
    }
}
