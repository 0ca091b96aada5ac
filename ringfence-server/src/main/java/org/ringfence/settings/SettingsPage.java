package org.ringfence.settings;

/** The page of all settings, in Markdown. */
public final class SettingsPage {
  private static final String HEAD =
      """
      # Settings

      `ringfence serve --config ringfence.yaml` reads them from one YAML file; options of the command stand over the file. This page is made of the program's own list
      by `ringfence settings page`. A settings file that leaves all of it out is a good one: every setting has a default, and doors that are open by default listen on loopback.

      - A time is written 500ms, 30s, 5m, 2h or 90d; a size 64KiB or 32MiB. A relative path begins at the folder of the file.
      - A secret is `${ENV:NAME}` (a variable), `file:PATH` (a file that holds it alone) or the secret itself; the last is warned of where others may read the file.
      - `ringfence settings check FILE` finds everything that is wrong, with file, line and column. `ringfence settings show FILE` prints the values that count and where they come from.
      - `kill -HUP`, `systemctl reload ringfence` or the API reads the file again, all or nothing. What is marked *restart* counts with the next start; a reload says so.
      """;

  private SettingsPage() {}

  /** The page. */
  public static String text() {
    StringBuilder page = new StringBuilder(HEAD);
    Keys.sections().forEach((path, meaning) -> section(page, path, meaning));
    return page.toString();
  }

  private static void section(StringBuilder page, String path, String meaning) {
    page.append("\n## ").append(path).append("\n\n").append(meaning).append('\n');
    boolean hasKeys = Keys.all().stream().anyMatch(key -> key.section().equals(path));
    if (hasKeys) {
      page.append("\n| key | written as | default | |\n|---|---|---|---|\n");
      Keys.all().stream()
          .filter(key -> key.section().equals(path))
          .forEach(key -> page.append(row(key)));
    }
  }

  private static String row(Key<?> key) {
    return "| `%s` | %s | %s | %s%s |\n"
        .formatted(
            key.name(),
            escaped(key.form().words()),
            otherwise(key),
            escaped(key.meaning()),
            key.change() == Key.Change.RESTART ? " *restart*" : "");
  }

  private static String otherwise(Key<?> key) {
    String shown = key.otherwiseShown();
    if (!key.unless().isEmpty()) {
      return shown;
    }
    return shown.isEmpty() || shown.equals("[]") ? "none" : "`" + shown + "`";
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|");
  }
}
