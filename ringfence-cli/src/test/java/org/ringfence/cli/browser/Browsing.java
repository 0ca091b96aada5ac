package org.ringfence.cli.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A real browser that looks at pages, and notes what they should never do: ask another host for
 * something, or break their own content security policy.
 */
public final class Browsing implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  /** What pages did that they should not have done. */
  public final List<String> wrongs = new CopyOnWriteArrayList<>();

  private final Playwright playwright;
  private final Browser browser;
  private final String site;

  /**
   * @param site the address that alone may be asked for something
   */
  public Browsing(String site) {
    this.site = site;
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox")));
  }

  /** How a page is looked at. */
  public enum Look {
    LIGHT,
    DARK,
    PHONE
  }

  /** A page of a person of his own. */
  public Page page(Look look) {
    boolean isPhone = look == Look.PHONE;
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setColorScheme(look == Look.DARK ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setLocale("en-GB")
                .setViewportSize(isPhone ? 390 : 1280, isPhone ? 844 : 900));
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          // A status such as 401 is an answer; the browser notes it all the same.
          if (message.type().equals("error") && !message.text().contains("status of")) {
            wrongs.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> wrongs.add(page.url() + ": " + error));
    page.onRequest(
        request -> {
          if (!request.url().startsWith(site) && !request.url().startsWith("data:")) {
            wrongs.add("asked for " + request.url());
          }
        });
    return page;
  }

  /** Keeps a picture of a page, where the system property {@code ringfence.pictures} says. */
  public static void picture(Page page, String name) {
    Optional.ofNullable(System.getProperty("ringfence.pictures"))
        .map(Path::of)
        .filter(Files::isDirectory)
        .ifPresent(
            folder ->
                page.screenshot(
                    new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(folder.resolve(name + ".png"))));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
