package org.yol.programs.programme;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yol.contracts.CallChange;
import org.yol.contracts.ChangeKind;
import org.yol.platform.problem.FieldError;

/**
 * A change of what was public already, of a programme or of one of its calls.
 *
 * @param by account of the coordinator, not for the public
 * @param reason in the coordinator's words, for the public
 * @param effect of which whoever has begun to apply is told; null where there is nothing to tell them, and in what
 *     earlier releases stored
 */
public record Amendment(Instant at, String by, String reason, Effect effect) {

    /**
     * What it means for whoever has begun to apply.
     *
     * @param closes the deadline that it states; null where it leaves deadlines as they are
     * @param countries ISO 3166-1 alpha-2 of those whose citizens it is for; empty for everybody
     */
    public record Effect(ChangeKind kind, Instant closes, List<String> countries) {

        /** Of what leaves deadlines as they are. */
        static final Effect OF_WORDS = amended(null);

        /** Of an amendment, which may state another deadline; null where it does not. */
        public static Effect amended(Instant closes) {
            return new Effect(ChangeKind.AMENDMENT, closes, List.of());
        }
    }

    public Amendment {
        reason = reason == null ? "" : reason.strip();
    }

    /** One that nobody is told of. */
    public Amendment(Instant at, String by, String reason) {
        this(at, by, reason, null);
    }

    /** The same with what it means. */
    public Amendment with(Effect meant) {
        return new Amendment(at, by, reason, meant);
    }

    /** What is wrong with it, by pointers into the request; empty when it says why. */
    public List<FieldError> errors() {
        return reason.isEmpty() ? List.of(FieldError.of("/reason", "amendment.reason")) : List.of();
    }

    /**
     * Those of a call or programme that people are told of.
     *
     * @param amendments all there are, so that each keeps its number
     * @param of what they are of, for their ids
     */
    public static Stream<CallChange> changes(List<Amendment> amendments, String of) {
        return IntStream.range(0, amendments.size())
                .filter(index -> amendments.get(index).effect != null)
                .mapToObj(index -> amendments.get(index).change(of + "-" + (index + 1)));
    }

    private CallChange change(String id) {
        return new CallChange(id, effect.kind(), at, reason, effect.closes(), effect.countries());
    }
}
