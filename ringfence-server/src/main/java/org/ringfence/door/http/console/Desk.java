package org.ringfence.door.http.console;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.ringfence.custody.Responses;
import org.ringfence.custody.Statistics;
import org.ringfence.door.http.HttpParts;
import org.ringfence.door.http.web.Pages;

/**
 * What the console is about.
 *
 * @param pages fills in templates
 * @param care what is kept and remembered
 * @param responses what recipients said
 * @param statistics what was counted
 * @param house the configuration that counts now
 * @param settings the settings in force
 * @param clock the time of day
 */
public record Desk(
    Pages pages,
    HttpParts.Care care,
    Responses responses,
    Statistics statistics,
    HttpParts.House house,
    Supplier<List<Setting>> settings,
    InstantSource clock) {

  /**
   * A setting; a secret is never among them.
   *
   * @param path its path
   * @param value its value
   * @param origin where it was written
   */
  public record Setting(String path, String value, String origin) {}
}
