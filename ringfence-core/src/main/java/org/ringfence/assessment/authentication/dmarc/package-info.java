/**
 * DMARC (RFC 9989): whether the domain that readers are shown as the author's is one that SPF or
 * DKIM vouch for, and what its owner asks for where it is not.
 *
 * <p>Comes in: header section and addresses, the results of SPF and DKIM, the DNS. Goes out: a
 * {@link org.ringfence.assessment.authentication.dmarc.DmarcResult}. Must not happen here: acting
 * on the owner's policy; a pass read as praise.
 *
 * <p>Start with {@link org.ringfence.assessment.authentication.dmarc.DmarcVerifier}.
 */
@NullMarked
package org.ringfence.assessment.authentication.dmarc;

import org.jspecify.annotations.NullMarked;
