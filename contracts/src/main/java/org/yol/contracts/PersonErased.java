package org.yol.contracts;

import java.time.Instant;

/**
 * What was held about somebody is erased, because they asked for it: whoever hears it erases what it keeps of them from
 * before that instant. The account itself is the identity provider's, and may begin anew. Key: residence and account.
 *
 * @param account whose it was
 * @param at when the last of it was erased
 */
public record PersonErased(String account, Instant at) implements Event {}
