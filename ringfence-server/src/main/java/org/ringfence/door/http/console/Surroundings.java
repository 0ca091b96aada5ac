package org.ringfence.door.http.console;

/**
 * What stands around every page.
 *
 * @param title the page's
 * @param section the part of the console that it belongs to
 * @param name who looks at it
 * @param decides whether he may decide about mail
 * @param administers whether he may see what administrators see
 * @param csrf what his forms carry
 */
public record Surroundings(
    String title, String section, String name, boolean decides, boolean administers, String csrf) {}
