package org.yol.contracts;

import java.time.Instant;

/**
 * What happened to the lottery of one call, which decides between applicants who are equal by the rules. All of it is
 * public. Key: call id.
 */
public sealed interface LotteryEvent extends Event {

    /** The call. */
    String callId();

    /**
     * Somebody has bound themselves to a part of the seed that nobody else knows.
     *
     * @param by ISO 3166-1 alpha-2 of the authority's country, or {@code operator}
     * @param commitment SHA-256 of the 32 bytes of the part, lower-case hex
     */
    record Committed(String callId, String by, String commitment, Instant at) implements LotteryEvent {}

    /**
     * The call has closed, and who takes part stands.
     *
     * @param entrants how many, 0 or more
     * @param digest SHA-256 of their numbers, sorted and joined by line feeds, lower-case hex
     */
    record Entered(String callId, int entrants, String digest, Instant at) implements LotteryEvent {}

    /**
     * A part of the seed that was committed to is public.
     *
     * @param by as in {@link Committed}
     * @param part its 32 bytes, lower-case hex
     */
    record Opened(String callId, String by, String part, Instant at) implements LotteryEvent {}
}
