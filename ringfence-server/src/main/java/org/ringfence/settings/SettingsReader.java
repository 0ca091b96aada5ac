package org.ringfence.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringfence.knowledge.Section;
import org.ringfence.knowledge.SettingsFile;
import org.ringfence.knowledge.Wording;
import org.ringfence.mail.Octets;

/** Reads settings: all that is wrong with them is found at once. */
public final class SettingsReader {
  private static final int MOST_BYTES = 1 << 20;

  private final Map<String, String> environment;
  private final Path here;

  /**
   * @param environment the variables of the process
   * @param here the folder that the relative paths of options begin at
   */
  public SettingsReader(Map<String, String> environment, Path here) {
    this.environment = Map.copyOf(environment);
    this.here = here;
  }

  /**
   * What was read.
   *
   * @param settings ready to use
   * @param shown every setting with its value and where that was written
   * @param warnings what the author hardly meant, with its place; one text
   */
  public record Reading(Settings settings, List<Shown> shown, String warnings) {
    public Reading {
      shown = List.copyOf(shown);
    }
  }

  /**
   * A setting as people are shown it.
   *
   * @param path its path
   * @param value its value; of a secret that there is one
   * @param origin where it was written: "ringfence.yaml:12", "--milter", "default"
   * @param isFixed whether a change counts with the next start alone
   */
  public record Shown(String path, String value, String origin, boolean isFixed) {}

  /** Reads options alone. */
  public Reading read(Overrides overrides) {
    return finish(SettingsFile.read("", Octets.of(new byte[0])), new Values(), overrides);
  }

  /**
   * Reads a file, and options over it.
   *
   * @throws WrongSettings where they cannot be used
   */
  public Reading read(Path path, Overrides overrides) {
    SettingsFile file = SettingsFile.read(path.toString(), octets(path));
    Values values = new Values();
    Path base = here.resolve(path).normalize().getParent();
    Around around = new Around(base == null ? here : base, environment, isExposed(path));
    file.root().ifPresent(root -> new Sections(root, around, path, values).take());
    return finish(file, values, overrides);
  }

  private Reading finish(SettingsFile file, Values values, Overrides overrides) {
    overrides.into(values);
    SettingsChecks.check(values);
    Settings settings = new SettingsBinding(values, new StateFolder(environment)).settings();
    String wrong = file.shown(file.errors());
    List<String> others = values.errors();
    if (!wrong.isEmpty() || !others.isEmpty()) {
      throw new WrongSettings(file.errors().size() + others.size(), wrong, others);
    }
    return new Reading(settings, shown(values), file.shown(file.warnings()));
  }

  private static List<Shown> shown(Values values) {
    return Keys.all().stream()
        .map(
            key ->
                new Shown(
                    key.path(),
                    values.shown(key),
                    values.origin(key).map(Origin::name).orElse("default"),
                    key.change() == Key.Change.RESTART))
        .toList();
  }

  private static Octets octets(Path path) {
    try {
      if (Files.isRegularFile(path) && Files.size(path) > MOST_BYTES) {
        throw new WrongSettings(path + ": this file is too large for settings. Check its name.");
      }
      return Octets.of(Files.readAllBytes(path));
    } catch (NoSuchFileException missing) {
      throw new WrongSettings(path + ": there is no such file. Check its name.");
    } catch (IOException failure) {
      throw new WrongSettings(
          path + ": this could not be read. Name a YAML file that you may read.");
    }
  }

  private static boolean isExposed(Path path) {
    try {
      return Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }

  /** Walks through the sections of a file. */
  private record Sections(Section root, Around around, Path path, Values values) {
    void take() {
      take(root, "");
    }

    private void take(Section section, String prefix) {
      if (section.isNothing()) {
        return;
      }
      Map<String, Key<?>> keys = new LinkedHashMap<>();
      Keys.all().stream()
          .filter(key -> key.section().equals(prefix))
          .forEach(key -> keys.put(key.name(), key));
      List<String> allowed = new ArrayList<>(sections(prefix));
      allowed.addAll(keys.keySet());
      if (section.keys().isEmpty()) {
        section.wrongType("a section with keys");
      }
      for (String name : section.keys()) {
        Section member = section.member(name);
        if (keys.containsKey(name)) {
          read(keys.get(name), member);
        } else if (allowed.contains(name)) {
          take(member, prefix.isEmpty() ? name : prefix + "." + name);
        } else {
          member.error("unknown key \"" + name + "\"", advice(name, allowed));
        }
      }
    }

    private static Set<String> sections(String prefix) {
      Set<String> names = new java.util.LinkedHashSet<>();
      for (String path : Keys.sections().keySet()) {
        int dot = path.lastIndexOf('.');
        if ((dot < 0 ? "" : path.substring(0, dot)).equals(prefix)) {
          names.add(path.substring(dot + 1));
        }
      }
      return names;
    }

    /** A key that stands in the wrong section is shown the right one. */
    private static String advice(String name, List<String> allowed) {
      if (Wording.meant(name, allowed).isEmpty()) {
        Optional<String> elsewhere =
            Keys.all().stream().filter(key -> key.name().equals(name)).map(Key::path).findFirst();
        if (elsewhere.isPresent()) {
          return "it belongs elsewhere: " + elsewhere.get();
        }
      }
      return Wording.allowed(name, allowed);
    }

    private <T> void read(Key<T> key, Section written) {
      Origin origin = new Origin.InFile(written, path.toString());
      key.form().read(written, around, value -> values.put(key, value, origin));
    }
  }
}
