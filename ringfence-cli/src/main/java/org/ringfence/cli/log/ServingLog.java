package org.ringfence.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.util.List;
import org.ringfence.settings.Settings;
import org.slf4j.LoggerFactory;

/** Sets up the log of a serving command, as the settings say; again when they change. */
public final class ServingLog {
  private static final String OURS = "org.ringfence";

  /** Of libraries, faults alone; Javalin's come back as ours, MSAL's stand in the check's steps. */
  private static final List<String> SILENT = List.of("io.javalin", "com.microsoft.aad.msal4j");

  private ServingLog() {}

  /** From now on {@code settings} count. */
  public static void setUp(Settings.Log settings) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.ERROR);
    root.addAppender(appender(context, layout(settings.format())));
    context.getLogger(OURS).setLevel(Level.toLevel(settings.level().name()));
    SILENT.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
  }

  private static Layout<ILoggingEvent> layout(Settings.LogFormat format) {
    return switch (format) {
      case TEXT -> new TextLayout();
      case JSON -> new JsonLayout();
    };
  }

  private static ConsoleAppender<ILoggingEvent> appender(
      LoggerContext context, Layout<ILoggingEvent> layout) {
    layout.setContext(context);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setLayout(layout);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }
}
