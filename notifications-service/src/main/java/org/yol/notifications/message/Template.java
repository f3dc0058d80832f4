package org.yol.notifications.message;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yol.contracts.ChangeKind;
import org.yol.contracts.ReferenceAnswer;
import org.yol.contracts.ReviewNotice;

/** What a message tells. Its words stand in the message files as {@code message.<template>.title} and {@code .text}. */
public enum Template {
    SUBMITTED,
    RETURNED,
    CORRECTION_EXPIRED,
    NOMINATED,
    NOMINATION_DECLINED,
    NOMINATION_PASSED_OVER,
    NOMINATIONS_WANTED,
    WITHDRAWN,
    OFFERED,
    OFFER_ENDS_SOON,
    RESERVE,
    NOT_SELECTED,
    ACCEPTED,
    DECLINED,
    GIVEN_UP,
    EXPIRED,
    AWARDED,
    COMPLETED,
    CERTIFICATE_REVOKED,
    CALL_EXTENDED,
    CALL_AMENDED,
    CALL_CLOSING,
    DEADLINE_NEAR,
    REFERENCE_RECEIVED,
    REFERENCE_DECLINED,
    REFERENCE_MISSING,
    REFERENCE_UNDELIVERABLE,
    REVIEWS_ASSIGNED,
    REVIEWS_DUE_SOON,
    REVIEWS_REMINDER,
    SELECTION_READY,
    SELECTION_PUBLISHED,
    OFFERS_ANSWERED;

    private static final Set<Template> FOR_MANY = EnumSet.of(CALL_EXTENDED, CALL_AMENDED, CALL_CLOSING, DEADLINE_NEAR);

    /** What tells of a change; empty for one that this release does not know. */
    static Optional<Template> of(ChangeKind change) {
        return switch (change) {
            case EXTENSION -> Optional.of(CALL_EXTENDED);
            case AMENDMENT -> Optional.of(CALL_AMENDED);
            case CLOSING -> Optional.of(CALL_CLOSING);
            case UNKNOWN -> Optional.empty();
        };
    }

    /** What tells of a reference, likewise. */
    static Optional<Template> of(ReferenceAnswer answer) {
        return switch (answer) {
            case RECEIVED -> Optional.of(REFERENCE_RECEIVED);
            case DECLINED -> Optional.of(REFERENCE_DECLINED);
            case MISSING -> Optional.of(REFERENCE_MISSING);
            case UNDELIVERABLE -> Optional.of(REFERENCE_UNDELIVERABLE);
            case UNKNOWN -> Optional.empty();
        };
    }

    /** What reviewers are told, likewise. */
    static Optional<Template> of(ReviewNotice notice) {
        return switch (notice) {
            case ASSIGNED -> Optional.of(REVIEWS_ASSIGNED);
            case DUE_SOON -> Optional.of(REVIEWS_DUE_SOON);
            case REMINDER -> Optional.of(REVIEWS_REMINDER);
            case UNKNOWN -> Optional.empty();
        };
    }

    /**
     * Whether thousands may be told the same at once, so that their mails must not stand before those of one person.
     */
    boolean isForMany() {
        return FOR_MANY.contains(this);
    }

    /** The word used in message files: lower case with hyphens. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
