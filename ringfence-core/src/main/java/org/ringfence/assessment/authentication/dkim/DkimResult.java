package org.ringfence.assessment.authentication.dkim;

import java.util.Optional;
import org.ringfence.assessment.authentication.MethodResult;

/**
 * What one signature came to.
 *
 * @param result the result, with header.d, header.i, header.s, header.a and header.b
 * @param signed what it speaks for, where its octets match (result PASS or POLICY)
 */
public record DkimResult(MethodResult result, Optional<SignedContent> signed) {}
