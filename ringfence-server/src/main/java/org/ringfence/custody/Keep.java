package org.ringfence.custody;

import org.ringfence.effect.act.MessageEdits;

/**
 * A kept mail for one recipient.
 *
 * @param recipient the address in the envelope
 * @param standing how it stands
 * @param edits what is changed in it when it is sent
 */
public record Keep(String recipient, Standing standing, MessageEdits edits) {}
