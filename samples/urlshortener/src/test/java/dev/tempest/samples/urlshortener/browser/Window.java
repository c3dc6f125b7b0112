package dev.tempest.samples.urlshortener.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** What one person sees and does. */
final class Window implements AutoCloseable {
    /** Where pictures of the pages go, if they are asked for; see the sample's README. */
    private static final boolean PICTURES = System.getProperty("urlshortener.pictures") != null;

    private static final String BEGINNING = "performance.timeOrigin";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path PICTURE_DIRECTORY = Path.of("..", "..", "docs", "images");

    private final ChromeDriver driver;
    private final int width;
    private final int height;
    private URI site = URI.create("about:blank");

    private Window(ChromeDriver driver, int width, int height) {
        this.driver = driver;
        this.width = width;
        this.height = height;
        driver.manage().timeouts().implicitlyWait(PATIENCE);
        setScreen(height, 1);
    }

    static Window open(int width, int height) {
        return new Window(Chromium.installed().open(), width, height);
    }

    /** Not by the window's own size: no window is as narrow as a phone. */
    private void setScreen(long screenHeight, double dotsPerPixel) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", screenHeight, "deviceScaleFactor", dotsPerPixel, "mobile", false));
    }

    /** Comes to a site for the first time. */
    Window visit(URI address) {
        site = address;
        driver.manage().deleteAllCookies();
        return go("/");
    }

    /** The pages as somebody sees them who prefers dark ones. */
    Window dark() {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        return this;
    }

    /** As if this were one more browser of the same person. */
    Window withCookieOf(Window other) {
        Cookie cookie = other.driver.manage().getCookieNamed("visitor");
        driver.manage().deleteAllCookies();
        driver.manage().addCookie(cookie);
        return this;
    }

    Window go(String path) {
        driver.get(site.resolve(path).toString());
        return this;
    }

    Window type(String label, String text) {
        WebElement input = labelled(label);
        input.clear();
        input.sendKeys(text);
        return this;
    }

    Window choose(String label, String option) {
        labelled(label)
                .findElement(By.xpath("option[normalize-space()='" + option + "']"))
                .click();
        return this;
    }

    /** Clicks a button or a link, which leads to another page. */
    Window click(String text) {
        WebElement target = driver.findElement(By.xpath(
                "//*[self::button or self::a][normalize-space()='" + text + "' or @aria-label='" + text + "']"));
        return andWait(target::click);
    }

    /** Waits for the page to which a click or a key leads: for a moment, the old one may still be there. */
    private Window andWait(Runnable leaving) {
        Object page = evaluate(BEGINNING);
        leaving.run();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isAnother(page)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Nothing came after " + url());
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return this;
    }

    private boolean isAnother(Object page) {
        try {
            return !Objects.equals(evaluate(BEGINNING), page)
                    && (Boolean) evaluate("document.readyState === 'complete'");
        } catch (WebDriverException e) {
            // Between two pages there is none to ask.
            return false;
        }
    }

    String heading() {
        return driver.findElement(By.tagName("h1")).getText();
    }

    String textOf(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    List<String> textsOf(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    String value(String label) {
        return labelled(label).getDomProperty("value");
    }

    /** Presses the key that sends a form, or follows a link. */
    Window pressEnter() {
        return andWait(() -> press(Keys.ENTER));
    }

    /** Presses keys, wherever they go to. */
    Window press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    String url() {
        return driver.getCurrentUrl();
    }

    /** What a script on the page would say; the page itself lets none run. */
    Object evaluate(String expression) {
        return driver.executeScript("return " + expression);
    }

    /** Whether all of the page is as wide as the window, so that nobody has to scroll sideways. */
    Window checkThatItFits() {
        assertThat((Boolean) evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("fits into its window: %s", url())
                .isTrue();
        return this;
    }

    /** Whether the browser had nothing to complain of: no file that is missing, nothing that the page's policy forbids. */
    Window checkThatTheBrowserIsContent() {
        List<LogEntry> complaints = driver.manage().logs().get(LogType.BROWSER).getAll();
        assertThat(complaints)
                // It tells of any page with an error status, which is what the site means to send.
                .filteredOn(complaint -> !complaint.getMessage().contains("the server responded with a status of 4"))
                .isEmpty();
        return this;
    }

    /** Takes a picture of the whole page for the documentation, if pictures are asked for. */
    Window picture(String name) {
        if (PICTURES) {
            setScreen((Long) evaluate("Math.ceil(document.body.getBoundingClientRect().height)"), 1.25);
            evaluate("document.activeElement.blur()");
            try {
                Files.createDirectories(PICTURE_DIRECTORY);
                Files.write(
                        PICTURE_DIRECTORY.resolve("url-shortener-" + name + ".png"),
                        driver.getScreenshotAs(OutputType.BYTES));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            setScreen(height, 1);
        }
        return this;
    }

    private WebElement labelled(String label) {
        String id = driver.findElement(By.xpath("//label[starts-with(normalize-space(), '" + label + "')]"))
                .getDomAttribute("for");
        return driver.findElement(By.id(id));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
