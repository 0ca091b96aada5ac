package org.ringfence.cli.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads labels: tab-separated values, the first line names the columns. {@code path} and {@code
 * label} must be there; {@code carrier}, {@code campaign} and {@code language} may be.
 */
public final class LabelFile {
  private final String name;
  private final Map<String, Integer> columns = new HashMap<>();

  private LabelFile(String name) {
    this.name = name;
  }

  /**
   * The labels in {@code lines}, by path.
   *
   * @param name the file's name, for complaints
   * @throws WrongLabels where a line cannot be read
   */
  public static List<Label> read(String name, List<String> lines) {
    return new LabelFile(name).read(lines);
  }

  /** A label file that cannot be used; the message names file, line and next step. */
  public static final class WrongLabels extends RuntimeException {
    private final String sentence;

    WrongLabels(String file, int line, String problem) {
      super(file + ":" + line + ": " + problem);
      this.sentence = file + ":" + line + ": " + problem;
    }

    /** What is wrong, where, and what to do. */
    public String sentence() {
      return sentence;
    }
  }

  private List<Label> read(List<String> lines) {
    readColumns(lines.isEmpty() ? "" : lines.getFirst());
    List<Label> labels = new ArrayList<>();
    Set<String> paths = new HashSet<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        Label label = label(lines.get(i).split("\t", -1), i + 1);
        if (!paths.add(label.path())) {
          throw new WrongLabels(name, i + 1, "this path was labelled before. Remove one line.");
        }
        labels.add(label);
      }
    }
    labels.sort(Comparator.comparing(Label::path));
    return List.copyOf(labels);
  }

  private void readColumns(String first) {
    String[] names = first.strip().split("\t", -1);
    for (int i = 0; i < names.length; i++) {
      columns.put(names[i].strip(), i);
    }
    for (String needed : List.of("path", "label")) {
      if (!columns.containsKey(needed)) {
        throw new WrongLabels(
            name,
            1,
            "there is no column \""
                + needed
                + "\". The first line names the columns, parted by"
                + " tabs: path, label and, where known, carrier, campaign, language.");
      }
    }
  }

  private Label label(String[] cells, int line) {
    String path = cell(cells, "path");
    String label = cell(cells, "label");
    if (path.isEmpty() || label.isEmpty()) {
      throw new WrongLabels(name, line, "path or label is missing. Fill in both, parted by a tab.");
    }
    return new Label(
        path, label, cell(cells, "carrier"), cell(cells, "campaign"), cell(cells, "language"));
  }

  private String cell(String[] cells, String column) {
    Integer index = columns.get(column);
    return index == null || index >= cells.length ? "" : cells[index].strip();
  }
}
