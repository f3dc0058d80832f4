package org.yol.applications.reading;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.yol.applications.application.Announcement;
import org.yol.applications.application.ApplicationFacts;
import org.yol.applications.application.ApplicationView;
import org.yol.applications.application.CallFacts;
import org.yol.applications.review.ReviewView;

/**
 * An application as a reviewer of a university it names sees it.
 *
 * @param blind whether the reviewer is not to know who applies: then there is no student, nor what says who it is
 * @param decision what was announced to the student; null before
 * @param reviews the reviewer's own
 * @param scores by place, of these
 * @param actions {@code review} while it may be reviewed, by whoever is asked where a panel is set
 */
record ReviewerApplication(
        boolean blind,
        @JsonUnwrapped ApplicationFacts facts,
        @JsonUnwrapped CallFacts call,
        Announcement decision,
        List<ReviewView> reviews,
        Map<String, BigDecimal> scores,
        List<String> actions)
        implements ApplicationView {}
