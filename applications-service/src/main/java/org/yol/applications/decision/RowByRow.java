package org.yol.applications.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yol.platform.document.StoreAway;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.platform.web.ProblemTexts;

/** Does the same with several applications, each for itself: what one is refused for, the others are not. */
@Component
class RowByRow {

    private static final Logger LOG = LoggerFactory.getLogger(RowByRow.class);

    /** So that hundreds take seconds, and leave most of the store's connections to others. */
    private static final int AT_ONCE = 8;

    private final Decisions decisions;
    private final ProblemTexts texts;

    RowByRow(Decisions decisions, ProblemTexts texts) {
        this.decisions = decisions;
        this.texts = texts;
    }

    /** What became of each, in the order in which they were asked for. Of one that is named twice the first counts. */
    <R> List<RowResult> each(List<R> rows, Function<R, String> id, Locale reader, Function<R, Decision> step) {
        try (ExecutorService executor =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            Set<String> named = new HashSet<>();
            List<CompletableFuture<RowResult>> results = rows.stream()
                    .map(row -> {
                        boolean again = !named.add(id.apply(row));
                        return CompletableFuture.supplyAsync(
                                () -> one(row, id.apply(row), reader, again ? RowByRow::refuse : step), executor);
                    })
                    .toList();
            return results.stream().map(CompletableFuture::join).toList();
        }
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
