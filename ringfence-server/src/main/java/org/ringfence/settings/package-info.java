/**
 * The settings of a serving Ringfence: one YAML file, options of the command over it, defaults
 * under it.
 *
 * <p>Comes in: a file, options, environment variables. Goes out: one immutable {@link
 * org.ringfence.settings.Settings}, or everything that is wrong with them at once, by file, line
 * and column. The page of all settings, their JSON Schema and the check are made of one list:
 * {@link org.ringfence.settings.Keys}. Must not happen here: opening a door or a store, a name of a
 * class that does.
 *
 * <p>Start with {@link org.ringfence.settings.SettingsReader}.
 */
@NullMarked
package org.ringfence.settings;

import org.jspecify.annotations.NullMarked;
