/** What Ringfence finds, on the shipped knowledge: hallmark by hallmark, and on whole corpora. */
@NullMarked
package org.ringfence.detection;

import org.jspecify.annotations.NullMarked;
