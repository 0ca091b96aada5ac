package org.ringfence.settings;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a file of settings stands in.
 *
 * @param base the folder that relative paths begin at
 * @param environment the variables of the process
 * @param exposed whether others than its owner may read it, so that a secret in it is none
 */
public record Around(Path base, Map<String, String> environment, boolean exposed) {}
