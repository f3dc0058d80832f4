package org.yol.allocation.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What led to what one applicant got, in plain sentences. All of it is worked out from the input and who holds what.
 *
 * @param lines for people
 */
record Explanation(List<String> lines) {

    static Optional<Explanation> of(String number, InputReading input, OutcomeCheck check) {
        Integer applicant = input.applicants().get(number);
        return applicant == null
                ? Optional.empty()
                : Optional.of(new Explanation(new Account(applicant, input, check).lines()));
    }

    /** What is said of one applicant. */
    private record Account(int applicant, InputReading input, OutcomeCheck check) {

        List<String> lines() {
            List<String> lines = new ArrayList<>();
            InputFile.Applicant file = input.file().applicants().get(applicant);
            lines.add("Applicant " + file.number());
            lines.add("Lottery number " + file.lottery());
            if (!file.categories().isEmpty()) {
                lines.add("Counts for " + String.join(", ", file.categories()));
            }
            Market market = market();
            int choice = market.firstChoice()[applicant];
            int rank = 0;
            for (InputFile.Choice ranked : file.choices()) {
                String line = ++rank + ". " + ranked.place();
                if (input.places().containsKey(ranked.place())) {
                    String score = market.isExcluded(choice)
                            ? ""
                            : ", score " + Market.scoreText(market.choiceScore()[choice]);
                    lines.add(line + score + ": " + rule(choice++));
                } else {
                    lines.add(line + ": excluded (" + ranked.excluded() + ").");
                }
            }
            return lines;
        }

        private Market market() {
            return check.market();
        }

        private String rule(int choice) {
            int place = market().choicePlace()[choice];
            if (market().isExcluded(choice)) {
                return "excluded (" + reason(place) + ").";
            }
            int held = check.assignment().choice(applicant);
            if (choice > held) {
                return "not needed, a place that was ranked higher is offered.";
            }
            if (choice == held) {
                return "offered, a seat \""
                        + market().kindName(check.assignment().claimedKind(applicant)) + "\".";
            }
            long key = market().keyOf(applicant, choice);
            if (check.side().takes(applicant, place, key)) {
                return "NOT OFFERED, although the rules say it has to be.";
            }
            return "on the reserve list at " + position(place, key) + ". " + refusal(place, key);
        }

        /** Recomputed, not looked up in the result. */
        private int position(int place, long key) {
            int position = 1;
            for (int other = 0; other < market().applicants(); other++) {
                int choice = market().choiceOf(other, place);
                if (check.assignment().wishes(other, choice) && market().keyOf(other, choice) < key) {
                    position++;
                }
            }
            return position;
        }

        private String refusal(int place, long key) {
            List<Bar> bars = check.side().bars(applicant, place);
            if (bars.isEmpty()) {
                return "None of its seats are for this applicant.";
            }
            return bars.stream().map(bar -> sentence(bar, key)).collect(Collectors.joining(" "));
        }

        private String sentence(Bar bar, long key) {
            if (bar.last() == Outcome.NONE) {
                return "There are no " + bar.what() + ".";
            }
            String last = Market.scoreText(Market.scoreOf(bar.last()));
            String lottery = input.lottery(Market.rankOf(bar.last()));
            return "The last who was taken for the %s has %s and the lottery number %s: %s."
                    .formatted(
                            bar.what(),
                            last,
                            lottery,
                            Market.scoreOf(bar.last()) > Market.scoreOf(key)
                                    ? "a higher score"
                                    : "the same score and a smaller lottery number");
        }

        private String reason(int place) {
            return input.file().applicants().get(applicant).choices().stream()
                    .filter(choice -> choice.place().equals(input.place(place)))
                    .map(choice -> String.valueOf(choice.excluded()))
                    .findFirst()
                    .orElse("");
        }
    }
}
