package org.yol.contracts;

import java.time.Instant;
import java.util.Map;

/**
 * What a mail to a referee needs, as it is sealed in {@link ReferenceEvent.MailWanted}. Fields are only added, and
 * optional.
 *
 * @param address e-mail
 * @param name how the student calls the referee
 * @param language of the mail
 * @param token of the one-time link
 * @param student whom the reference is for, as in the passport
 * @param programmeTitle by language tag; {@code en} is always there
 * @param closes until when references are taken, as it is stated
 * @param zone IANA zone it is stated in
 */
public record RefereeAddressed(
        String address,
        String name,
        Language language,
        String token,
        String student,
        Map<String, String> programmeTitle,
        Instant closes,
        String zone) {}
