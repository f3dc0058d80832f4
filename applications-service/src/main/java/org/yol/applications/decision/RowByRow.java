package org.yol.applications.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yol.applications.pace.SomeAtOnce;
import org.yol.platform.document.StoreAway;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.web.ProblemTexts;

/** Does the same with several applications, each for itself: what one is refused for, the others are not. */
@Component
class RowByRow {

    private static final Logger LOG = LoggerFactory.getLogger(RowByRow.class);

    private final Decisions decisions;
    private final ProblemTexts texts;

    RowByRow(Decisions decisions, ProblemTexts texts) {
        this.decisions = decisions;
        this.texts = texts;
    }

    /** What became of each, in the order in which they were asked for. Of one that is named twice the first counts. */
    <R> List<RowResult> each(List<R> rows, Function<R, String> id, Locale reader, Function<R, Decision> step) {
        Set<String> named = new HashSet<>();
        List<Supplier<RowResult>> steps = rows.stream()
                .<Supplier<RowResult>>map(row -> {
                    boolean again = !named.add(id.apply(row));
                    return () -> one(row, id.apply(row), reader, again ? RowByRow::refuse : step);
                })
                .toList();
        return SomeAtOnce.each(steps, Supplier::get);
    }

    private <R> RowResult one(R row, String id, Locale reader, Function<R, Decision> step) {
        try {
            return RowResult.done(step.apply(row));
        } catch (Refused refused) {
            return RowResult.refused(id, version(id, refused), texts.detail(refused, reader));
        } catch (RuntimeException failure) {
            LOG.error("Unexpected, with {}", id, failure);
            Problem problem = StoreAway.isCauseOf(failure) ? Problem.SERVICE_UNAVAILABLE : Problem.INTERNAL_ERROR;
            return RowResult.refused(id, null, texts.detail(new Refused(problem), reader));
        }
    }

    private static <R> Decision refuse(R row) {
        throw new Refused(Problem.STALE_VERSION);
    }

    private Long version(String id, Refused refused) {
        return refused.problem().equals(Problem.NOT_FOUND)
                ? null
                : decisions.find(id).map(Decision::version).orElse(0L);
    }
}
