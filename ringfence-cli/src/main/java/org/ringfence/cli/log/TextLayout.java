package org.ringfence.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** {@code 2026-11-21T12:00:00.123Z INFO MailLog: case=… door=milter reason="Two words."} */
final class TextLayout extends LayoutBase<ILoggingEvent> {
  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(200);
    line.append(Lines.time(event.getTimeStamp()))
        .append(' ')
        .append(event.getLevel())
        .append(' ')
        .append(Lines.shortName(event.getLoggerName()))
        .append(':');
    for (KeyValuePair pair : Lines.pairs(event.getKeyValuePairs())) {
      line.append(' ').append(pair.key).append('=').append(quoted(String.valueOf(pair.value)));
    }
    String message = Lines.printable(String.valueOf(event.getFormattedMessage()));
    if (!message.isEmpty()) {
      line.append(' ').append(message);
    }
    @Nullable IThrowableProxy fault = event.getThrowableProxy();
    return line.append('\n')
        .append(fault == null ? "" : ThrowableProxyUtil.asString(fault))
        .toString();
  }

  private static String quoted(String value) {
    String printable = Lines.printable(value);
    boolean isWord = !printable.isEmpty() && printable.chars().noneMatch(c -> c == ' ' || c == '"');
    return isWord ? printable : '"' + printable.replace("\"", "'") + '"';
  }
}
