/** Forty mails built to break a filter, run through the real command with a small heap. */
@NullMarked
package org.ringfence.hostile;

import org.jspecify.annotations.NullMarked;
