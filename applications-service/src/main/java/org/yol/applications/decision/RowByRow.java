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
public class RowByRow {

    private static final Logger LOG = LoggerFactory.getLogger(RowByRow.class);

    private final ProblemTexts texts;

    RowByRow(ProblemTexts texts) {
        this.texts = texts;
    }

    /**
     * What became of each, in the order in which they were asked for. Of one that is named twice the first counts.
     *
     * @param id of a row's application
     * @param step answers the version of what it has changed
     * @param version of the same as it is now, by application, for whoever is refused
     */
    public <R> List<RowResult> each(
            List<R> rows,
            Function<R, String> id,
            Locale reader,
            Function<R, Long> step,
            Function<String, Long> version) {
        Set<String> named = new HashSet<>();
        List<Supplier<RowResult>> steps = rows.stream()
                .<Supplier<RowResult>>map(row -> {
                    boolean again = !named.add(id.apply(row));
                    return () -> one(row, id.apply(row), reader, again ? RowByRow::refuse : step, version);
                })
                .toList();
        return SomeAtOnce.each(steps, Supplier::get);
    }

    private <R> RowResult one(R row, String id, Locale reader, Function<R, Long> step, Function<String, Long> version) {
        try {
            return RowResult.done(id, step.apply(row));
        } catch (Refused refused) {
            Long now = refused.problem().equals(Problem.NOT_FOUND) ? null : version.apply(id);
            return RowResult.refused(id, now, texts.detail(refused, reader));
        } catch (RuntimeException failure) {
            LOG.error("Unexpected, with {}", id, failure);
            Problem problem = StoreAway.isCauseOf(failure) ? Problem.SERVICE_UNAVAILABLE : Problem.INTERNAL_ERROR;
            return RowResult.refused(id, null, texts.detail(new Refused(problem), reader));
        }
    }

    private static <R> Long refuse(R row) {
        throw new Refused(Problem.STALE_VERSION);
    }
}
