package org.ringfence.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line: time, level, logger, the pairs under their own keys, message, fault. */
final class JsonLayout extends LayoutBase<ILoggingEvent> {
  private final JsonMapper json = JsonMapper.builder().build();

  @Override
  public String doLayout(ILoggingEvent event) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", Lines.time(event.getTimeStamp()));
    line.put("level", event.getLevel().toString());
    line.put("logger", Lines.shortName(event.getLoggerName()));
    for (KeyValuePair pair : Lines.pairs(event.getKeyValuePairs())) {
      line.put(pair.key, value(pair.value));
    }
    String message = String.valueOf(event.getFormattedMessage());
    if (!message.isEmpty()) {
      line.put("message", Lines.printable(message));
    }
    @Nullable IThrowableProxy fault = event.getThrowableProxy();
    if (fault != null) {
      line.put("fault", ThrowableProxyUtil.asString(fault));
    }
    return json.writeValueAsString(line) + "\n";
  }

  private static Object value(@Nullable Object value) {
    return value instanceof Number number ? number : Lines.printable(String.valueOf(value));
  }
}
