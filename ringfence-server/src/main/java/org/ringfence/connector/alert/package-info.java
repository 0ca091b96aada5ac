/**
 * Takes alerts to where the site wants them.
 *
 * <p>Comes in: an {@link org.ringfence.alert.Alert}. Goes out: a JSON object by HTTP POST. Must not
 * happen here: a redirect that is followed, a wait of whoever sends, a secret in the log.
 */
@NullMarked
package org.ringfence.connector.alert;

import org.jspecify.annotations.NullMarked;
