package org.ringfence.reception;

import org.ringfence.custody.CaseId;

/**
 * What somebody who only asks is told.
 *
 * @param id the name of the case
 * @param judged what came of judging
 */
public record Examined(CaseId id, Judged judged) {}
