package org.yol.applications.nomination;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.yol.applications.application.ApplicationSummary;
import org.yol.applications.call.Call;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.Deadline;

/**
 * A list as its authority, and once it is sent the coordinators and auditors, see it. Applications that they may not
 * see are left out.
 *
 * @param country ISO 3166-1 alpha-2
 * @param closes in the call's zone: until when citizens of the country may apply
 * @param most how many it may nominate; null for as many as it likes
 * @param ranked those that are nominated, the first choice first
 * @param sentAt null while it is written
 * @param told how many of those listed know of it; less than all only for a moment
 * @param actions what the authority may do with it now: {@code write}, {@code send}
 */
record NominationView(
        String callId,
        String programmeId,
        Map<String, String> programmeTitle,
        String country,
        long version,
        OffsetDateTime closes,
        String zone,
        Integer most,
        List<Candidate> ranked,
        List<Candidate> declined,
        Instant sentAt,
        int told,
        List<String> actions) {

    /**
     * An application that is listed.
     *
     * @param rank 1 or more; null for one that is not nominated
     * @param reason why it is not; null for one that is
     */
    record Candidate(String applicationId, Integer rank, String name, ApplicationState state, String reason) {}

    /** @param visible those of the listed applications that the reader may see, by id */
    static NominationView of(Nomination list, Call call, Map<String, ApplicationSummary> visible, Instant now) {
        Deadline deadline = call.deadline(list.country());
        OptionalInt most = call.nominationsAtMost(list.country());
        List<String> actions =
                list.isSent() ? List.of() : deadline.hasPassed(now) ? List.of("write", "send") : List.of("write");
        Map<String, Standing> ranks = list.standings();
        return new NominationView(
                call.id(),
                call.programmeId(),
                call.title(),
                list.country(),
                list.version(),
                deadline.shown().toOffsetDateTime(),
                call.zone(),
                most.isPresent() ? most.getAsInt() : null,
                list.ranked().stream()
                        .filter(visible::containsKey)
                        .map(id -> candidate(visible.get(id), ranks.get(id).rank(), null))
                        .toList(),
                list.declined().stream()
                        .filter(each -> visible.containsKey(each.applicationId()))
                        .map(each -> candidate(visible.get(each.applicationId()), null, each.reason()))
                        .toList(),
                list.sentAt(),
                list.told(),
                actions);
    }

    private static Candidate candidate(ApplicationSummary application, Integer rank, String reason) {
        return new Candidate(application.id(), rank, application.student().name(), application.state(), reason);
    }
}
