package org.yol.applications.selection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.call.Call;
import org.yol.applications.review.ScoreBoard;
import org.yol.applications.review.Scores;
import org.yol.applications.selection.SelectionInput.InputApplicant;
import org.yol.applications.selection.SelectionInput.InputChoice;
import org.yol.contracts.SelectionTerms;
import org.yol.platform.document.Results;

/** Puts together what a selection is worked out from: all applications of a call that may be decided on. */
@Component
class Gathering {

    private static final int AT_ONCE = 200;

    private final Applications applications;
    private final ScoreBoard scores;

    Gathering(Applications applications, ScoreBoard scores) {
        this.applications = applications;
        this.scores = scores;
    }

    /**
     * What was found.
     *
     * @param applicants by their numbers
     * @param missing scores that are not there yet, or of fewer reviews than the call asks for: application and place
     *     of each
     * @param strangers applications that are not among the entrants of the lottery, and so cannot take part
     */
    record Gathered(List<InputApplicant> applicants, List<String> missing, List<String> strangers) {}

    /**
     * Gathers them.
     *
     * @param progress hears how many applications have been looked at
     */
    Gathered gather(Call call, SeatPlan plan, Draw draw, IntConsumer progress) {
        List<InputApplicant> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> strangers = new ArrayList<>();
        try (Results<Application> all = applications.ofCall(call.id())) {
            int looked = 0;
            for (List<Application> some = all.next(AT_ONCE); !some.isEmpty(); some = all.next(AT_ONCE)) {
                List<Application> considered =
                        some.stream().filter(Application::isDecidable).toList();
                Map<String, Scores> scored =
                        scores.of(considered.stream().map(Application::id).toList());
                for (Application application : considered) {
                    Optional<String> number = draw.number(application.id());
                    if (number.isEmpty()) {
                        strangers.add(application.id());
                        continue;
                    }
                    Optional<Scores> own = scoresOf(application, scored);
                    List<InputChoice> choices = choices(application, plan, own, call, missing);
                    found.add(new InputApplicant(
                            number.get(), draw.lottery(number.get()), categories(application, call), choices));
                }
                looked += some.size();
                progress.accept(looked);
            }
        }
        found.sort(Comparator.comparing(InputApplicant::number));
        return new Gathered(found, missing, strangers);
    }

    private static Optional<Scores> scoresOf(Application application, Map<String, Scores> scored) {
        // What was taken back is not what is chosen by.
        return Optional.ofNullable(scored.get(application.id()))
                .filter(own -> own.submission().equals(application.receiptId()));
    }

    private static List<InputChoice> choices(
            Application application, SeatPlan plan, Optional<Scores> scores, Call call, List<String> missing) {
        int wanted = call.selection().reviewing().reviews();
        List<InputChoice> choices = new ArrayList<>();
        for (String place : application.form().choices()) {
            if (call.place(place).isEmpty()) {
                choices.add(new InputChoice(place, null, "place-withdrawn"));
            } else if (plan.place(place).isEmpty()) {
                choices.add(new InputChoice(place, null, "no-seats"));
            } else {
                if (scores.map(own -> own.done(place)).orElse(0) < wanted) {
                    missing.add(application.id() + " " + place);
                }
                choices.add(scores.map(Scores::places)
                        .map(own -> own.get(place))
                        .map(score -> new InputChoice(place, score(score), null))
                        .orElseGet(() -> new InputChoice(place, null, "not-scored")));
            }
        }
        return choices;
    }

    private static String score(BigDecimal score) {
        return score.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }

    private static List<String> categories(Application application, Call call) {
        return call.selection().categories().stream()
                .filter(category -> application.meets(category.eligibility(), call))
                .map(SelectionTerms.Category::id)
                .toList();
    }
}
