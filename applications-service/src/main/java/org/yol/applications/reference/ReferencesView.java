package org.yol.applications.reference;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.yol.applications.call.Call;
import org.yol.contracts.Deadline;

/**
 * The references to an application as one kind of reader sees them.
 *
 * @param needed how many the call asks for
 * @param closes until when they are taken, in the call's zone
 * @param zone IANA zone
 * @param actions for the student: {@code name} while another referee may be named
 * @param items in the order of naming
 */
record ReferencesView<T>(int needed, OffsetDateTime closes, String zone, List<String> actions, List<T> items) {

    /** More than the call asks for, for when somebody does not answer. */
    private static final int SPARE = 2;

    /** Named at any time: nobody's mailbox is a target. */
    private static final int EVER = 12;

    static <T> ReferencesView<T> of(Call call, Deadline closes, List<String> actions, List<T> items) {
        return new ReferencesView<>(
                call.references(),
                closes.shown().toOffsetDateTime(),
                closes.zone().getId(),
                actions,
                items);
    }

    /** Whether another referee may be named beside those that were. */
    static boolean isRoom(Call call, List<Reference> named) {
        return call.references() > 0
                && named.size() < call.references() + EVER
                && named.stream().filter(Reference::stands).count() < call.references() + SPARE;
    }

    /**
     * A reference as its student sees it: nothing of what is written.
     *
     * @param state {@code named}, {@code asked}, {@code opened}, {@code received}, {@code declined}, {@code late}
     * @param unreachable whether the address takes no mail
     * @param remindAgainAt when the referee may be written to again; null where they may not
     * @param actions {@code ask}, {@code remind}, {@code withdraw}
     */
    record OfStudent(
            String id,
            long version,
            Referee referee,
            ReferenceState state,
            Instant namedAt,
            Instant askedAt,
            Instant openedAt,
            Instant answeredAt,
            Instant mailedAt,
            boolean unreachable,
            Instant remindAgainAt,
            List<String> actions) {

        static OfStudent of(Reference reference, TimeLeft left) {
            List<String> actions = new ArrayList<>();
            boolean open = !left.isOver();
            if (reference.state() == ReferenceState.NAMED && open) {
                actions.add("ask");
            }
            if (open && reference.mayBeRemindedAt(left.now())) {
                actions.add("remind");
            }
            if (reference.isAwaited() || reference.state() == ReferenceState.NAMED) {
                actions.add("withdraw");
            }
            Mails mails = reference.mails();
            boolean later = open && reference.isAwaited() && !mails.unreachable() && !mails.isUsedUp();
            return new OfStudent(
                    reference.id(),
                    reference.version(),
                    reference.referee(),
                    reference.state(),
                    reference.namedAt(),
                    reference.askedAt(),
                    reference.openedAt(),
                    reference.answeredAt(),
                    mails.lastAt(),
                    mails.unreachable(),
                    later ? mails.next() : null,
                    actions);
        }
    }

    /**
     * A reference as those see it who judge the application.
     *
     * @param id an alias for those who are not to know who applies
     * @param letter null until it is received
     */
    record OfReader(
            String id, Referee referee, ReferenceState state, Instant askedAt, Instant answeredAt, LetterView letter) {

        static OfReader of(Reference reference, Letter letter) {
            return new OfReader(
                    reference.id(),
                    reference.referee(),
                    reference.state(),
                    reference.askedAt(),
                    reference.answeredAt(),
                    reference.state() == ReferenceState.RECEIVED ? LetterView.of(letter) : null);
        }

        /** The same for those who are not to know who applies. */
        OfReader called(String alias) {
            return new OfReader(alias, referee, state, askedAt, answeredAt, letter == null ? null : letter.unnamed());
        }
    }
}
