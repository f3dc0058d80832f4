package org.yol.applications.nomination;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.applications.call.Call;
import org.yol.applications.person.Residence;
import org.yol.platform.document.Aggregate;
import org.yol.platform.document.Change;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * The list of one country's authority for one call: written as long as it takes, then sent once. What it says is taken
 * to each application by due work, so that whoever is told of it reads it there too.
 *
 * @param country ISO 3166-1 alpha-2
 * @param ranked ids of the applications that are nominated, the first choice first
 * @param declined those that are not, and why
 * @param sentAt null while it is written
 * @param told how many of all listed have been told of it
 */
public record Nomination(
        @BsonId String id,
        long version,
        String callId,
        String country,
        List<String> ranked,
        List<Declined> declined,
        Instant sentAt,
        int told)
        implements Aggregate {

    /** The due work of taking to the applications what a list says. */
    static final String SPREADING = "spreading";

    static final Problem TOO_EARLY = new Problem("nomination-too-early", 409);
    static final Problem SENT = new Problem("nomination-sent", 409);
    static final Problem QUOTA = new Problem("nomination-quota", 409);

    /** An application that is not nominated, and why. */
    public record Declined(String applicationId, String reason) {}

    public Nomination {
        ranked = List.copyOf(ranked);
        declined = List.copyOf(declined);
    }

    static String id(String callId, String country) {
        return Residence.of(country).id(callId + "-" + country);
    }

    static Nomination none(String callId, String country) {
        return new Nomination(id(callId, country), 0, callId, country, List.of(), List.of(), null, 0);
    }

    /**
     * Writes the list anew. Where the call has come to allow fewer than it names, it may be made shorter step by step.
     *
     * @param most how many the call lets the country nominate; empty for as many as it likes
     * @throws Refused nomination-sent; field-errors when an application is listed twice, or too many are nominated
     */
    Change<Nomination> write(List<String> nominated, List<Declined> others, OptionalInt most) {
        refuseOnceSent();
        List<FieldError> errors = twice(nominated, others);
        if (most.isPresent() && nominated.size() > Math.max(most.getAsInt(), ranked.size())) {
            errors.add(FieldError.of("/ranked/" + most.getAsInt(), "nomination.quota", most.getAsInt()));
        }
        if (!errors.isEmpty()) {
            throw Refused.because(errors);
        }
        return Change.silent(new Nomination(id, version, callId, country, nominated, others, null, 0));
    }

    private static List<FieldError> twice(List<String> nominated, List<Declined> others) {
        Set<String> seen = new HashSet<>();
        List<FieldError> errors = new ArrayList<>();
        for (int index = 0; index < nominated.size(); index++) {
            if (!seen.add(nominated.get(index))) {
                errors.add(FieldError.of("/ranked/" + index, "nomination.twice"));
            }
        }
        for (int index = 0; index < others.size(); index++) {
            if (!seen.add(others.get(index).applicationId())) {
                errors.add(FieldError.of("/declined/" + index + "/applicationId", "nomination.twice"));
            }
        }
        return errors;
    }

    /** Whether that is what it says. */
    boolean says(List<String> nominated, List<Declined> others) {
        return sentAt == null && ranked.equals(nominated) && declined.equals(others);
    }

    /**
     * Sends the list for good: once the call has closed for the country, since until then others may come and what is
     * handed in may be corrected.
     *
     * @throws Refused nomination-sent, nomination-too-early; nomination-quota when it names more than the call allows
     *     by now
     */
    Change<Nomination> send(Call call, Instant now) {
        refuseOnceSent();
        if (!call.deadline(country).hasPassed(now)) {
            throw new Refused(TOO_EARLY, call.deadline(country).shown());
        }
        int most = call.nominationsAtMost(country).orElse(Integer.MAX_VALUE);
        if (ranked.size() > most) {
            throw new Refused(QUOTA, most, ranked.size(), ranked.size() - most);
        }
        return Change.silent(new Nomination(id, version, callId, country, ranked, declined, now, 0))
                .then(SPREADING, now);
    }

    private void refuseOnceSent() {
        if (sentAt != null) {
            throw new Refused(SENT, sentAt);
        }
    }

    /** So many of all that are listed know of it now. */
    Change<Nomination> told(int applications) {
        return Change.silent(new Nomination(id, version, callId, country, ranked, declined, sentAt, applications));
    }

    /** Without what it says of somebody: of a list that is sent, their place in it stays, and no words. */
    Change<Nomination> without(String applicationId) {
        List<String> others = isSent()
                ? ranked
                : ranked.stream().filter(each -> !each.equals(applicationId)).toList();
        List<Declined> wordless = declined.stream()
                .filter(each -> isSent() || !each.applicationId().equals(applicationId))
                .map(each -> each.applicationId().equals(applicationId) ? new Declined(applicationId, "") : each)
                .toList();
        return Change.silent(new Nomination(id, version, callId, country, others, wordless, sentAt, told));
    }

    /** All that it lists, the nominated ones first. */
    List<String> listed() {
        return Stream.concat(ranked.stream(), declined.stream().map(Declined::applicationId))
                .toList();
    }

    /** Why the one at a place of {@link #listed} is not nominated; empty for one that is. */
    Optional<String> reason(int index) {
        return index < ranked.size()
                ? Optional.empty()
                : Optional.of(declined.get(index - ranked.size()).reason());
    }

    /** What it says of each that it lists, by application. */
    Map<String, Standing> standings() {
        Map<String, Standing> standings = new HashMap<>();
        declined.forEach(each -> standings.put(each.applicationId(), Standing.DECLINED));
        for (int index = 0; index < ranked.size(); index++) {
            standings.put(ranked.get(index), Standing.nominated(index + 1));
        }
        return standings;
    }

    boolean isSent() {
        return sentAt != null;
    }
}
