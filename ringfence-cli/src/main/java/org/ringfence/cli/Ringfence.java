package org.ringfence.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import org.ringfence.cli.show.VisibleText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code ringfence}. */
@Command(
    name = "ringfence",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = CommandLine.HelpCommand.class,
    header = "Finds callback phishing: mail that claims a charge and urges you to call a number.",
    description = {
      "",
      "Judges mails, shows the words that led to each verdict, and measures itself. It reads files;"
          + " nobody is asked anything unless an option says so, such as --auth dns.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringfence demo                           see all of it at work",
      "  ringfence scan mail.eml                  judge one mail",
      "  ringfence scan --only found ~/Maildir    judge a mailbox, show findings alone",
      "  ringfence explain mail.eml               see why",
      "  ringfence verify mail.eml                see whose notification it is",
      "  ringfence help scan                      all about a command"
    })
final class Ringfence implements Runnable {
  private Ringfence() {}

  /** Runs the process. */
  public static void main(String[] arguments) {
    Console console = Console.ofProcess();
    int code = run(console, new Wiring(console), arguments);
    console.out().flush();
    System.exit(code);
  }

  /** Runs one command and returns its exit code. */
  static int run(Console console, Assembly assembly, String... arguments) {
    return commands(console, assembly).execute(arguments);
  }

  /** The commands and what they understand. */
  static CommandLine commands(Console console, Assembly assembly) {
    CommandLine commands = new CommandLine(new Ringfence());
    commands.addSubcommand(new DemoCommand(console, assembly));
    commands.addSubcommand(new ScanCommand(console, assembly));
    commands.addSubcommand(new ExplainCommand(console, assembly));
    commands.addSubcommand(new VerifyCommand(console, assembly));
    commands.addSubcommand(new EvaluateCommand(console, assembly));
    commands.addSubcommand(new TrainCommand(console, assembly));
    commands.addSubcommand(
        new CommandLine(new KnowledgeCommand())
            .addSubcommand(new KnowledgeCheckCommand(console, assembly))
            .addSubcommand(new KnowledgeNewCommand(console)));
    commands.addSubcommand(new ServeCommand(console, assembly));
    commands.addSubcommand(
        new CommandLine(new PolicyCommand())
            .addSubcommand(new PolicyCheckCommand(console, assembly))
            .addSubcommand(new PolicyTestCommand(console, assembly))
            .addSubcommand(new PolicyExplainCommand(console, assembly))
            .addSubcommand(new PolicySimulateCommand(console, assembly)));
    commands.addSubcommand(
        new CommandLine(new SettingsCommand())
            .addSubcommand(new SettingsCheckCommand(console, assembly))
            .addSubcommand(new SettingsShowCommand(console))
            .addSubcommand(new SettingsPageCommand(console)));
    commands.addSubcommand(
        new CommandLine(new StoreCommand())
            .addSubcommand(new StoreCheckCommand(console))
            .addSubcommand(new StoreBackupCommand(console))
            .addSubcommand(new StorePurgeCommand(console)));
    commands.addSubcommand(
        new CommandLine(new TokenCommand())
            .addSubcommand(new TokenNewCommand(console, InstantSource.system()))
            .addSubcommand(new TokenListCommand(console, InstantSource.system()))
            .addSubcommand(new TokenRevokeCommand(console)));
    commands.addSubcommand(
        new CommandLine(new UserCommand())
            .addSubcommand(new UserAddCommand(console))
            .addSubcommand(new UserListCommand(console))
            .addSubcommand(new UserPasswordCommand(console))
            .addSubcommand(new UserRemoveCommand(console)));
    commands.addSubcommand(new WebhookCommand(console));
    commands.addSubcommand(new SchemaCommand(console));
    commands.getSubcommands().values().forEach(Ringfence::offerHelp);
    commands.registerConverter(SchemaCommand.Output.class, SchemaCommand.Output::of);
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    commands.setColorScheme(colours(console));
    commands.setParameterExceptionHandler((wrong, _) -> complain(console, wrong));
    commands.setExecutionExceptionHandler((failure, _, _) -> complain(console, failure));
    return commands;
  }

  private static void offerHelp(CommandLine command) {
    command.getSubcommands().values().forEach(Ringfence::offerHelp);
    if (command.getCommandSpec().findOption("--help") == null) {
      command
          .getCommandSpec()
          .addOption(
              OptionSpec.builder("-h", "--help")
                  .usageHelp(true)
                  .description("Show this help and leave.")
                  .build());
    }
  }

  private static CommandLine.Help.ColorScheme colours(Console console) {
    boolean coloured = Colour.AUTO.pen(console).coloured();
    return CommandLine.Help.defaultColorScheme(
        coloured ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF);
  }

  /** Without a command there is nothing to do but to say what could be done. */
  @Override
  public void run() {
    throw new CommandFailure("No command was given. Try: ringfence --help");
  }

  private static int complain(Console console, ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    console.err().println("ringfence: " + sentence(wrong));
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      PrintWriter err = new PrintWriter(console.err(), true, StandardCharsets.UTF_8);
      UnmatchedArgumentException.printSuggestions(unmatched, err);
    }
    console.err().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCodes.ERROR;
  }

  private static int complain(Console console, Exception failure) {
    if (failure instanceof CommandFailure) {
      console.err().println("ringfence: " + sentence(failure));
    } else {
      console.err().println("ringfence: a fault of Ringfence itself. Please report what follows.");
      failure.printStackTrace(console.err());
    }
    return ExitCodes.ERROR;
  }

  private static String sentence(Exception failure) {
    return VisibleText.block(Objects.requireNonNullElse(failure.getMessage(), "no message"));
  }
}
