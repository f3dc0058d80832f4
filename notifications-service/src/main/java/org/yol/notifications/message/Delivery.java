package org.yol.notifications.message;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the e-mail of a message has come. Part of the message's document: a mail cannot be forgotten while the
 * message exists. Whoever sends takes a lease first; when they die in the middle, the lease ends and the mail is sent
 * again under the same Message-ID.
 *
 * @param attempts how often somebody took it
 * @param due when it is to be looked at next: to be sent, or because a lease has ended; null when it is settled
 * @param holder who holds the lease; null when nobody does
 */
public record Delivery(State state, int attempts, Instant due, String holder) {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    /** Where a mail stands. */
    public enum State {
        PENDING,
        SENDING,
        SENT,
        /** Its recipient has not been seen here yet. */
        WAITING_FOR_ADDRESS,
        /** Its recipient reads the inbox only. */
        NOT_WANTED,
        /** Refused for good by the receiving side. */
        FAILED
    }

    static Delivery startingAt(Instant now) {
        return new Delivery(State.PENDING, 0, now, null);
    }

    /** Takes the mail for sending where it is due; otherwise it stays as it is. */
    Delivery takenBy(String sender, Instant now, Duration lease) {
        return due == null || due.isAfter(now)
                ? this
                : new Delivery(State.SENDING, attempts + 1, now.plus(lease), sender);
    }

    boolean isHeldBy(String sender) {
        return state == State.SENDING && sender.equals(holder);
    }

    /** The server has taken it over. */
    public Delivery sent() {
        return settled(State.SENT);
    }

    public Delivery notWanted() {
        return settled(State.NOT_WANTED);
    }

    public Delivery failed() {
        return settled(State.FAILED);
    }

    private Delivery settled(State end) {
        return new Delivery(end, attempts, null, null);
    }

    /** The attempt counts for nothing: it is released when the recipient calls, and looked at now and then besides. */
    public Delivery waitingForAddress(Instant now) {
        return new Delivery(State.WAITING_FOR_ADDRESS, attempts - 1, now.plus(LOOK_AGAIN), null);
    }

    /** What waited for an address may go; anything else stays as it is. */
    public Delivery released(Instant now) {
        return state == State.WAITING_FOR_ADDRESS ? new Delivery(State.PENDING, attempts, now, null) : this;
    }

    /** The attempt failed: the next comes after a pause that doubles from 1 s to 5 min. */
    public Delivery postponed(Instant now) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
        return new Delivery(
                State.PENDING, attempts, now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE), null);
    }
}
