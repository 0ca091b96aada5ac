/**
 * The step that recognises a platform's notification and tells the platform's own words from those
 * a customer of the platform typed in.
 *
 * <p>Comes in: a {@link org.ringfence.mail.Message} and the platform profiles. Goes out: {@link
 * org.ringfence.assessment.platform.Recognition}. Must not happen here: deciding whether the words
 * are bad, and believing the mail's text about where a customer's words end.
 *
 * <p>Start with {@link org.ringfence.assessment.platform.PlatformReader}.
 */
@NullMarked
package org.ringfence.assessment.platform;

import org.jspecify.annotations.NullMarked;
