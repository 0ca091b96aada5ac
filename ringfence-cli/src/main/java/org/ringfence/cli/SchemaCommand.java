package org.ringfence.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.ringfence.cli.show.Words;
import org.ringfence.settings.SettingsSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code schema}: prints the JSON Schema of an output, or of a file of rules. */
@Command(
    name = "schema",
    header = "Prints the JSON Schema of what a command writes as JSON, or reads as YAML.",
    footerHeading = "%nExample:%n",
    footer = "  ringfence schema scan-result > scan-result.schema.json")
final class SchemaCommand implements Callable<Integer> {
  /** The outputs that have a schema. */
  enum Output {
    SCAN_RESULT,
    EVALUATION,
    VERIFICATION,
    SIMULATION,
    POLICY,
    SETTINGS;

    /** The output called {@code name} on the command line. */
    static Output of(String name) {
      for (Output output : values()) {
        if (Words.key(output).equals(name)) {
          return output;
        }
      }
      throw new TypeConversionException(
          "there is scan-result, evaluation, verification, simulation, policy and settings, no '"
              + name
              + "'");
    }
  }

  private final Console console;

  @Parameters(
      paramLabel = "scan-result|evaluation|verification|simulation|policy|settings",
      description = {
        "A line of scan or policy simulate --format json, the object of evaluate or verify --format"
            + " json, a file of mail flow rules, or a file of settings."
      })
  Output output = Output.SCAN_RESULT;

  SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.out().print(text(output));
    return ExitCodes.CLEAR;
  }

  /** The schema of {@code output}. */
  static String text(Output output) {
    return output == Output.SETTINGS ? SettingsSchema.text() : resource(output);
  }

  private static String resource(Output output) {
    String file = Words.key(output) + ".schema.json";
    try (InputStream in =
        Objects.requireNonNull(SchemaCommand.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(file + " cannot be read from the program's own jar", failure);
    }
  }
}
