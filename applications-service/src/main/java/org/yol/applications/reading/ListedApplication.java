package org.yol.applications.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.yol.applications.application.CallFacts.PlaceView;
import org.yol.applications.application.StepProgress;
import org.yol.applications.application.Student;
import org.yol.applications.decision.DecisionView;
import org.yol.applications.nomination.Standing;
import org.yol.contracts.ApplicationState;

/**
 * A row in a list of applications.
 *
 * @param id an alias for a reviewer who is not to know who applies
 * @param state as the student knows it
 * @param student null for a reviewer who is not to know who applies
 * @param places those ranked, the most wanted first; null while this service has not heard of the call, as are opens,
 *     closes and zone
 * @param submittedAt null for a draft
 * @param receiptId likewise
 * @param reviewed whether the reader has reviewed it; null for readers who do not review
 * @param panel whether only those review it who are asked to; null likewise
 * @param scores by place; null unless the reader may know all of it
 * @param reviewsDone how many reviews each place has that counts one; null likewise
 * @param nominationRank in the list of the authority of the student's country, 1 or more; null without, and unless the
 *     reader may know all of it, or has sent that list
 * @param nomination which of the lists of that authority it is on; null before they are sent, and likewise
 * @param decision null unless the reader may know all of it, and when nothing was ever decided
 * @param progress how much of each step of the form is there, as the form counts it, for its student of a draft and of
 *     what is returned for correction; null otherwise, and while this service has not heard of the call
 */
record ListedApplication(
        String id,
        String callId,
        String programmeId,
        Map<String, String> programmeTitle,
        ApplicationState state,
        Student student,
        List<String> choices,
        List<PlaceView> places,
        OffsetDateTime opens,
        OffsetDateTime closes,
        String zone,
        Instant submittedAt,
        String receiptId,
        Boolean reviewed,
        Boolean panel,
        Map<String, BigDecimal> scores,
        Map<String, Integer> reviewsDone,
        Integer nominationRank,
        Standing.Verdict nomination,
        DecisionView decision,
        List<StepProgress> progress,
        Instant createdAt,
        Instant updatedAt) {}
