/**
 * What the security desk has to know at once, and the port by which it goes there.
 *
 * <p>Comes in: that somebody called a scammer. Goes out: an alert in words of ours, with those of
 * others quoted. Must not happen here: a word of a mail or of a person that acts where it is shown,
 * a wait for the network.
 */
@NullMarked
package org.ringfence.alert;

import org.jspecify.annotations.NullMarked;
