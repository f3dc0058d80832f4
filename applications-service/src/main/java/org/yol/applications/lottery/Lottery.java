package org.yol.applications.lottery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.applications.call.Call;
import org.yol.contracts.LotteryEvent;
import org.yol.contracts.LotteryEvent.Committed;
import org.yol.contracts.LotteryEvent.Entered;
import org.yol.contracts.LotteryEvent.Opened;
import org.yol.platform.digest.Sha256;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * The lottery of a call, which decides between those who are equal by its rules. Its seed is of several parts: the
 * operator's, and one of each authority that takes part. Each is bound by its hash before anything is handed in, and
 * opened when it stands who takes part: so nobody who has a part, the operator included, can know or choose the seed.
 *
 * @param id of the call
 * @param callSeq number of the event of the call by which its end was last reckoned
 * @param sealedAt since when no part can be added, because the first submission has been heard of; null before
 * @param parts the operator's first, then in the order in which they came
 * @param entrants who takes part; null before the call has closed
 * @param openBy until when authorities open their parts; null before the operator's is open
 * @param seed 32 bytes in lower-case hex; null before it is drawn
 * @param drawnAt null likewise
 */
public record Lottery(
        @BsonId String id,
        long version,
        long callSeq,
        Instant sealedAt,
        List<Part> parts,
        Frozen entrants,
        Instant openBy,
        String seed,
        Instant drawnAt)
        implements Aggregate {

    /** By whom the part is that every lottery has. */
    static final String OPERATOR = "operator";

    /**
     * Before the parts: the seed of the operator's part alone would else be its hash, which is public from the first.
     */
    private static final String SEED = "yol-lottery-seed/1";

    /** The due work of closing the lottery with its call, opening the operator's part, and drawing. */
    static final String DRAWING = "drawing";

    /** Parts are bound so long before the call opens: nothing of it may come later than the first submission. */
    static final Duration BEFORE_OPENING = Duration.ofMinutes(1);

    /** What was handed in by another clock at the last instant has arrived by then. */
    static final Duration AFTER_CLOSE = Duration.ofMinutes(1);

    static final Problem LATE = new Problem("lottery-contribution-late", 409);
    static final Problem MADE = new Problem("lottery-contribution-made", 409);
    static final Problem NONE = new Problem("lottery-no-contribution", 409);
    static final Problem OPENING_EARLY = new Problem("lottery-opening-early", 409);
    static final Problem OPENING_LATE = new Problem("lottery-opening-late", 409);

    /**
     * What somebody has put in.
     *
     * @param by {@code operator}, or ISO 3166-1 alpha-2 of the authority's country
     * @param commitment SHA-256 of its 32 bytes, lower-case hex
     * @param opened the bytes in lower-case hex; null before
     */
    public record Part(String by, String commitment, Instant committedAt, String opened, Instant openedAt) {

        boolean isOpen() {
            return opened != null;
        }
    }

    /**
     * Who takes part.
     *
     * @param number how many, 0 or more
     * @param withoutSalt how many have no number, since what they handed in came to a release that gave no salt
     * @param digest see {@link Entrants}
     */
    public record Frozen(int number, int withoutSalt, String digest, Instant at) {}

    public Lottery {
        parts = List.copyOf(parts);
    }

    /** One that the operator has bound itself for. */
    static Change<Lottery> begun(String callId, String commitment, Instant now) {
        Part own = new Part(OPERATOR, commitment, now, null, null);
        Lottery begun = new Lottery(callId, 0, 0, null, List.of(own), null, null, null, null);
        return Change.telling(begun, begun.committed(own));
    }

    /** When it closes by what is known of its call now; nothing is written where that is known. */
    Change<Lottery> planned(Call call) {
        if (call.seq() <= callSeq || entrants != null) {
            return Change.silent(this);
        }
        return Change.silent(new Lottery(id, version, call.seq(), sealedAt, parts, null, openBy, seed, drawnAt))
                .due(DRAWING, closing(call));
    }

    /** When nobody can hand anything in any more. */
    static Instant closing(Call call) {
        return call.lastDeadline().end().plus(AFTER_CLOSE);
    }

    /** The first instant that is too late for a part. */
    static Instant contributionsEnd(Call call) {
        return call.opens().minus(BEFORE_OPENING);
    }

    /** A submission has been heard of: no part can be added any more. */
    Change<Lottery> sealed(Instant now) {
        return Change.silent(
                sealedAt != null
                        ? this
                        : new Lottery(id, version, callSeq, now, parts, entrants, openBy, seed, drawnAt));
    }

    /**
     * An authority binds itself, once.
     *
     * @param country ISO 3166-1 alpha-2
     * @param commitment SHA-256 of 32 bytes that only it knows, lower-case hex
     * @throws Refused lottery-contribution-made for another one than before, lottery-contribution-late
     */
    Change<Lottery> contribute(String country, String commitment, Call call, Instant now) {
        Optional<Part> made = part(country);
        if (made.isPresent()) {
            if (made.get().commitment().equals(commitment)) {
                return Change.silent(this);
            }
            throw new Refused(MADE, made.get().committedAt().atZone(call.zoneId()));
        }
        if (sealedAt != null || !now.isBefore(contributionsEnd(call))) {
            throw new Refused(LATE, contributionsEnd(call).atZone(call.zoneId()));
        }
        Part part = new Part(country, commitment, now, null, null);
        List<Part> all = new ArrayList<>(parts);
        all.add(part);
        return Change.telling(with(all), committed(part));
    }

    /** Its call has closed, and these take part: for good. */
    Change<Lottery> enter(Frozen frozen) {
        if (entrants != null) {
            return Change.silent(this);
        }
        return Change.telling(
                        new Lottery(id, version, callSeq, sealedAt, parts, frozen, null, null, null), entered(frozen))
                .due(DRAWING, frozen.at());
    }

    /**
     * It stands for everybody who takes part: the operator's part is opened, and the others may be.
     *
     * @param openBy until when; it is drawn at once when there are no others
     * @throws IllegalStateException when that is not what it has bound itself to
     */
    Change<Lottery> openOwn(String part, Instant now, Instant openBy) {
        if (parts.getFirst().isOpen()) {
            return Change.silent(this);
        }
        if (!LotterySeed.commitment(part).equals(parts.getFirst().commitment())) {
            throw new IllegalStateException("The operator's part of the lottery of call " + id + " in the store is not"
                    + " the one that was committed to.");
        }
        return new Lottery(id, version, callSeq, sealedAt, parts, entrants, openBy, null, null)
                .opened(OPERATOR, part, now);
    }

    /**
     * An authority opens its part; the same again is the same.
     *
     * @throws Refused lottery-no-contribution, lottery-opening-early, lottery-opening-late; field-errors when it is not
     *     what the authority has bound itself to
     */
    Change<Lottery> open(String country, String part, Call call, Instant now) {
        Part own = part(country).orElseThrow(() -> new Refused(NONE));
        if (openBy == null) {
            throw new Refused(OPENING_EARLY, closing(call).atZone(call.zoneId()));
        }
        if (!LotterySeed.commitment(part).equals(own.commitment())) {
            throw Refused.because(List.of(FieldError.of("/part", "lottery.wrong-part")));
        }
        if (own.isOpen()) {
            return Change.silent(this);
        }
        if (seed != null || !now.isBefore(openBy)) {
            throw new Refused(OPENING_LATE, openBy.atZone(call.zoneId()));
        }
        return opened(country, part, now);
    }

    private Change<Lottery> opened(String by, String part, Instant now) {
        Lottery opened = with(parts.stream()
                .map(each ->
                        each.by().equals(by) ? new Part(by, each.commitment(), each.committedAt(), part, now) : each)
                .toList());
        boolean all = opened.parts().stream().allMatch(Part::isOpen);
        Change<Lottery> change =
                Change.telling(all ? opened.drawnFromWhatIsOpen(now) : opened, new Opened(id, by, part, now));
        return all ? change.settled(DRAWING) : change.due(DRAWING, openBy);
    }

    /** What is not open by now is left out. */
    Change<Lottery> draw(Instant now) {
        return Change.silent(seed != null ? this : drawnFromWhatIsOpen(now)).settled(DRAWING);
    }

    private Lottery drawnFromWhatIsOpen(Instant now) {
        return new Lottery(id, version, callSeq, sealedAt, parts, entrants, openBy, reckonedSeed(), now);
    }

    /**
     * SHA-256 of {@link #SEED}, the operator's part and those that are open, in the order of their countries' codes.
     */
    String reckonedSeed() {
        String open = parts.stream()
                .filter(Part::isOpen)
                .sorted(Comparator.comparing((Part part) -> !part.by().equals(OPERATOR))
                        .thenComparing(Part::by))
                .map(Part::opened)
                .collect(Collectors.joining());
        MessageDigest digest = Sha256.digest();
        digest.update(SEED.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(HexFormat.of().parseHex(open)));
    }

    private Lottery with(List<Part> others) {
        return new Lottery(id, version, callSeq, sealedAt, others, entrants, openBy, seed, drawnAt);
    }

    Optional<Part> part(String by) {
        return parts.stream().filter(part -> part.by().equals(by)).findFirst();
    }

    boolean isDrawn() {
        return seed != null;
    }

    /** What is told, and what the log says, of a part when it is bound. */
    Committed committed(Part part) {
        return new Committed(id, part.by(), part.commitment(), part.committedAt());
    }

    /** The same when it is opened; empty before. */
    Optional<Opened> opened(Part part) {
        return Optional.of(part)
                .filter(Part::isOpen)
                .map(open -> new Opened(id, open.by(), open.opened(), open.openedAt()));
    }

    /** The same of those who take part; empty before the close. */
    Optional<Entered> entered() {
        return Optional.ofNullable(entrants).map(this::entered);
    }

    /** All that was told of it: of each there is one entry in the log. */
    List<LotteryEvent> told() {
        List<LotteryEvent> told = new ArrayList<>();
        parts.forEach(part -> told.add(committed(part)));
        entered().ifPresent(told::add);
        parts.forEach(part -> opened(part).ifPresent(told::add));
        return told;
    }

    private Entered entered(Frozen frozen) {
        return new Entered(id, frozen.number(), frozen.digest(), frozen.at());
    }
}
