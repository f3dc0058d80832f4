package org.yol.applications.application;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.yol.contracts.ApplicationState;
import org.yol.contracts.CallPublished.Criterion;
import org.yol.contracts.StudyLevel;

/**
 * An application as one reader may see it. Parts that are not for this reader, or not in a list, are left out.
 *
 * @param state as this reader may know it
 * @param scores by place, 0.00 to 100.00
 * @param actions what this reader may do with it now
 */
record ApplicationView(
        String id,
        long version,
        String callId,
        String programmeId,
        Map<String, String> programmeTitle,
        String provider,
        ApplicationState state,
        Student student,
        Answers answers,
        List<String> choices,
        List<PlaceView> places,
        List<AttachedDocument> documents,
        List<String> requiredDocuments,
        int rankAtMost,
        OffsetDateTime opens,
        OffsetDateTime closes,
        String zone,
        List<Criterion> rubric,
        Receipt receipt,
        List<StepView> timeline,
        List<Review> reviews,
        Map<String, BigDecimal> scores,
        Decision decision,
        Offer offer,
        Instant createdAt,
        Instant updatedAt,
        List<String> actions) {

    record HostView(String id, String name) {}

    record PlaceView(String id, HostView host, StudyLevel level, int seats) {}

    /** @param by the role of who did it; nobody's name */
    record StepView(ApplicationState state, Instant at, String by, String reason) {}
}
