/** Proves that profiles recognise what they claim, and that no typed word becomes scaffold. */
@NullMarked
package org.ringfence.assessment.platform;

import org.jspecify.annotations.NullMarked;
