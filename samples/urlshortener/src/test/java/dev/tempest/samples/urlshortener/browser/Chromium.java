package dev.tempest.samples.urlshortener.browser;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The machine's Chromium, and the program by which tests drive it. */
record Chromium(Path browser, Path driver) {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    // Held, or its level would be forgotten with it.
    private static final Logger CDP_LOGGER = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");
    private static final String DRIVER = "chromedriver";
    private static final String HOW_TO_GET_IT =
            "No Chromium with its chromedriver on the PATH; on Debian: apt-get install chromium chromium-driver";

    static {
        // It complains of every Chromium that is newer than itself, though nothing that is used here depends on that.
        CDP_LOGGER.setLevel(Level.SEVERE);
    }

    /** Tests of this class need Chromium. They are skipped where there is none; on CI they fail, so that it is seen. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @ExtendWith(Needed.class)
    @interface Need {}

    static final class Needed implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean mayBeMissing = !Boolean.parseBoolean(System.getenv("CI"));
            return mayBeMissing && find().isEmpty()
                    ? ConditionEvaluationResult.disabled(HOW_TO_GET_IT)
                    : ConditionEvaluationResult.enabled("Chromium is there, or must be.");
        }
    }

    static Chromium installed() {
        return find().orElseThrow(() -> new AssertionError(HOW_TO_GET_IT));
    }

    private static Optional<Chromium> find() {
        return BROWSERS.stream()
                .flatMap(name -> onPath(name).stream())
                .findFirst()
                .flatMap(browser -> onPath(DRIVER).map(driver -> new Chromium(browser, driver)));
    }

    private static Optional<Path> onPath(String program) {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A window of a browser of its own: it shares no cookie with another. */
    ChromeDriver open() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.addArguments(
                "--headless=new",
                // Neither as root nor in a container is there what the sandbox needs; the pages are our own.
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--hide-scrollbars",
                // Nothing is to be asked of any server but those of the test.
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.toFile())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options);
    }
}
