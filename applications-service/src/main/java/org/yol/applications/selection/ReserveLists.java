package org.yol.applications.selection;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yol.applications.application.Application;
import org.yol.applications.application.Applications;
import org.yol.applications.selection.SelectionInput.InputApplicant;
import org.yol.applications.selection.SelectionInput.InputPlace;
import org.yol.contracts.ApplicationState;

/** Who is next at the places of a published selection. For one look at them: nobody is named twice for a place. */
final class ReserveLists {

    private static final int AT_ONCE = 50;

    private final PublishedRecord published;
    private final Draw draw;
    private final int atMost;
    private final Applications applications;
    private final Set<String> named = new HashSet<>();

    /** @param atMost how many of each list may follow */
    ReserveLists(PublishedRecord published, Draw draw, int atMost, Applications applications) {
        this.published = published;
        this.draw = draw;
        this.atMost = atMost;
        this.applications = applications;
    }

    /** Somebody who is next, and the kind of seat that is theirs. */
    record Next(Application application, InputApplicant applicant, String place, String seat) {

        /** The strict order, the best first. */
        static final Comparator<Next> STRICT = Comparator.comparing(Next::score)
                .reversed()
                .thenComparing(next -> next.applicant().lottery());

        private BigDecimal score() {
            return applicant.choices().stream()
                    .filter(choice -> choice.place().equals(place))
                    .map(choice -> new BigDecimal(choice.score()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Is not named for that place any more. */
    void named(Next next) {
        named.add(name(next.application().id(), next.place()));
    }

    /**
     * Who is next at a place that has a seat: where it was reserved for a category, first a member of that.
     *
     * @param taken how many seats of each kind are taken
     */
    Optional<Next> next(InputPlace place, Map<String, Integer> taken) {
        List<String> reserve = published.reserve(place.id(), atMost);
        int reserved =
                place.reserves().values().stream().mapToInt(Integer::intValue).sum();
        if (taken.getOrDefault(SelectionResult.OPEN, 0) < place.seats() - reserved) {
            return first(reserve, place, SelectionResult.OPEN);
        }
        return published.input().categories().stream()
                .filter(category ->
                        taken.getOrDefault(category, 0) < place.reserves().getOrDefault(category, 0))
                .flatMap(category -> first(members(reserve, category), place, category).stream())
                .findFirst()
                .or(() -> first(reserve, place, SelectionResult.LEFT_OVER));
    }

    private List<String> members(List<String> reserve, String category) {
        return reserve.stream()
                .filter(number -> published
                        .applicant(number)
                        .filter(applicant -> applicant.categories().contains(category))
                        .isPresent())
                .toList();
    }

    private Optional<Next> first(List<String> inOrder, InputPlace place, String seat) {
        for (int from = 0; from < inOrder.size(); from += AT_ONCE) {
            List<String> some = inOrder.subList(from, Math.min(inOrder.size(), from + AT_ONCE));
            Map<String, Application> found = applications.find(
                    some.stream().map(draw.applications()::get).toList());
            for (String number : some) {
                Application application = found.get(draw.applications().get(number));
                if (application != null
                        && mayFollow(application, place.id())
                        && !named.contains(name(application.id(), place.id()))) {
                    InputApplicant applicant = published.applicant(number).orElseThrow();
                    return Optional.of(new Next(application, applicant, place.id(), seat));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Whether somebody of its reserve list still waits for a place: whoever was offered less and has not answered goes
     * up.
     */
    static boolean mayFollow(Application application, String place) {
        return application.state() == ApplicationState.RESERVE
                || application.state() == ApplicationState.OFFERED && application.prefers(place);
    }

    private static String name(String application, String place) {
        return application + " " + place;
    }
}
