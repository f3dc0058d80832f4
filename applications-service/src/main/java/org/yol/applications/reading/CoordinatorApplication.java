package org.yol.applications.reading;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.yol.applications.application.ApplicationFacts;
import org.yol.applications.application.ApplicationView;
import org.yol.applications.application.CallFacts;
import org.yol.applications.decision.DecisionView;
import org.yol.applications.review.ReviewView;

/**
 * An application as coordinators of its programme and auditors see it: everything.
 *
 * @param decision announced or not; null when nothing was ever decided
 * @param nominationRank in the list of the authority of the student's country, 1 or more; null without
 * @param reviewers what those who review are called, by account; without those who are not known any more
 * @param scores by place, 0.00 to 100.00
 * @param actions for coordinators: {@code decide}, {@code publish-decision}, {@code return}, {@code award},
 *     {@code complete}
 */
record CoordinatorApplication(
        @JsonUnwrapped ApplicationFacts facts,
        @JsonUnwrapped CallFacts call,
        DecisionView decision,
        Integer nominationRank,
        List<ReviewView> reviews,
        Map<String, String> reviewers,
        Map<String, BigDecimal> scores,
        List<String> actions)
        implements ApplicationView {}
