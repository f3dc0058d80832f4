package org.yol.applications.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was sent to a referee. Public because the record codec can read no other.
 *
 * @param links SHA-256 of the tokens of all mails; each is good until there is an answer
 * @param lastAt when the last one was wanted; null before the first
 * @param reminders by the student
 * @param stage of the clock's reminders that are due by now, 0 to 2: none is sent twice
 * @param unreachable whether the address takes no mail
 */
public record Mails(List<String> links, Instant lastAt, int reminders, int stage, boolean unreachable) {

    static final Mails NONE = new Mails(List.of(), null, 0, 0, false);

    /** Between two mails. */
    static final Duration PAUSE = Duration.ofDays(1);

    static final int REMINDERS_AT_MOST = 5;

    Mails and(Mailing mailing, Instant at) {
        return new Mails(
                Stream.concat(links.stream(), Stream.of(mailing.digest())).toList(), at, reminders, stage, unreachable);
    }

    Mails reminded() {
        return new Mails(links, lastAt, reminders + 1, stage, unreachable);
    }

    Mails at(int dueByNow) {
        return new Mails(links, lastAt, reminders, dueByNow, unreachable);
    }

    Mails refused() {
        return new Mails(links, lastAt, reminders, stage, true);
    }

    /** As it is for somebody who is asked anew: no link is good any more, and nobody is written to more often. */
    Mails withoutLinks() {
        return new Mails(List.of(), lastAt, reminders, 0, false);
    }

    /** The first instant for another. */
    Instant next() {
        return lastAt == null ? Instant.MIN : lastAt.plus(PAUSE);
    }

    boolean isUsedUp() {
        return reminders >= REMINDERS_AT_MOST;
    }
}
