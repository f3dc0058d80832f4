package org.yol.allocation.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * From the published input to a {@link Market}. Names all that is wrong on the way; a choice that is wrong is left out,
 * and where places, categories or caps are wrong there is no market.
 */
final class InputReading implements Names {

    static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NUMBER = Pattern.compile("[0-9a-f-]{32,64}");
    private static final Pattern SCORE = Pattern.compile("(0|[1-9][0-9]?)\\.[0-9]{2}|100\\.00");

    private final InputFile file;
    private final Faults faults;
    private final TermsReading terms;
    private final Map<String, Integer> applicants = new HashMap<>();
    private String[] sortedLotteries = {};
    private Optional<Market> market = Optional.empty();

    private InputReading(InputFile file, Faults faults) {
        this.file = file;
        this.faults = faults;
        this.terms = new TermsReading(file, faults);
    }

    /** @throws UnreadableRecord for what is no input of a known format */
    static InputReading of(byte[] bytes, Faults faults) {
        InputFile file = Json.read(bytes, InputFile.class, InputFile.FORMAT, "input");
        if (!Json.isCanonical(file, bytes)) {
            faults.add(FaultKind.FORM, "The input is not written in the canonical form of RFC 8785.");
        }
        var reading = new InputReading(file, faults);
        reading.numbers();
        if (reading.terms.areRight()) {
            reading.market = Optional.of(reading.made());
        }
        return reading;
    }

    InputFile file() {
        return file;
    }

    /** Nothing where places, categories or caps are wrong. */
    Optional<Market> market() {
        return market;
    }

    /** Index by number. */
    Map<String, Integer> applicants() {
        return applicants;
    }

    Map<String, Integer> places() {
        return terms.places();
    }

    Map<String, Integer> caps() {
        return terms.caps();
    }

    /** The kind of seat of this name, see {@link Market#OPEN}, or -1. */
    int kind(String seat) {
        if (seat.equals("open")) {
            return Market.OPEN;
        }
        return seat.equals("left-over")
                ? terms.categories().size() + 1
                : terms.categories().getOrDefault(seat, -2) + 1;
    }

    /**
     * A cut-off as it is written, by {@link Market#key}; {@link Outcome#NOBODYS} where nobody has this lottery number.
     */
    long cutOff(String score, String lottery) {
        int rank = Arrays.binarySearch(sortedLotteries, lottery);
        return rank < 0 || !SCORE.matcher(score).matches() ? Outcome.NOBODYS : Market.key(hundredths(score), rank);
    }

    /** The lottery number with this rank. */
    String lottery(int rank) {
        return sortedLotteries[rank];
    }

    @Override
    public String applicant(int applicant) {
        return file.applicants().get(applicant).number();
    }

    @Override
    public String place(int place) {
        return file.places().get(place).id();
    }

    @Override
    public String cap(int cap) {
        return file.caps().get(cap).id();
    }

    @Override
    public String category(int category) {
        return file.categories().get(category);
    }

    private void numbers() {
        String before = "";
        for (int i = 0; i < file.applicants().size(); i++) {
            InputFile.Applicant applicant = file.applicants().get(i);
            String number = applicant.number();
            if (applicants.putIfAbsent(number, i) != null) {
                wrongApplicant(FaultKind.NUMBER, applicant, "stands twice");
            } else if (!NUMBER.matcher(number).matches()) {
                wrongApplicant(FaultKind.NUMBER, applicant, "is no number of an applicant");
            } else if (number.compareTo(before) < 0) {
                wrongApplicant(FaultKind.FORM, applicant, "stands too late among the applicants");
            }
            before = number;
        }
        if (!HASH.matcher(file.seed()).matches()) {
            faults.add(FaultKind.SEED, "The seed is not 64 digits of a hexadecimal number in lower case.");
        }
    }

    private void wrongApplicant(FaultKind kind, InputFile.Applicant applicant, String what) {
        faults.add(
                kind,
                () -> new Fault(kind, List.of(applicant.number()), List.of(), applicant.number() + " " + what + "."));
    }

    /** Compares every lottery number with the one that the seed gives. */
    void lotteries() {
        if (faults.has(FaultKind.SEED)) {
            return;
        }
        var lottery = new Lottery(HexFormat.of().parseHex(file.seed()));
        for (InputFile.Applicant applicant : file.applicants()) {
            if (!lottery.of(applicant.number()).equals(applicant.lottery())) {
                wrongApplicant(FaultKind.LOTTERY, applicant, "has a lottery number that is not the seed's");
            }
        }
    }

    private Market made() {
        List<InputFile.Applicant> all = file.applicants();
        int most =
                all.stream().mapToInt(applicant -> applicant.choices().size()).sum();
        int[] first = new int[all.size() + 1];
        int[] choicePlace = new int[most];
        int[] choiceScore = new int[most];
        long[] memberOf = new long[all.size()];
        int count = 0;
        int[] rankedBy = new int[file.places().size()];
        for (int i = 0; i < all.size(); i++) {
            InputFile.Applicant applicant = all.get(i);
            memberOf[i] = membership(applicant);
            for (InputFile.Choice choice : applicant.choices()) {
                Integer place = terms.places().get(choice.place());
                int score = score(applicant, choice);
                if (place == null && choice.excluded() != null) {
                    // A place that was withdrawn after it was ranked, or has no seat to give: nobody can hold it.
                    continue;
                }
                if (place == null) {
                    wrongChoice(applicant, choice, "does not exist");
                } else if (rankedBy[place] == i + 1) {
                    wrongChoice(applicant, choice, "stands twice in the ranking");
                } else {
                    rankedBy[place] = i + 1;
                    choicePlace[count] = place;
                    choiceScore[count++] = score;
                }
            }
            first[i + 1] = count;
        }
        return new Market(
                this,
                terms.capped(),
                file.places().stream().mapToInt(InputFile.Place::seats).toArray(),
                terms.categories().size(),
                terms.reservedSeats(),
                file.caps().stream().mapToInt(InputFile.Cap::seats).toArray(),
                terms.containment(),
                first,
                Arrays.copyOf(choicePlace, count),
                Arrays.copyOf(choiceScore, count),
                lotteryRanks(all),
                memberOf);
    }

    private long membership(InputFile.Applicant applicant) {
        long memberOf = 0;
        for (String category : applicant.categories()) {
            Integer index = terms.categories().get(category);
            if (index == null) {
                wrongApplicant(FaultKind.UNKNOWN, applicant, "is of the unknown category " + category);
            } else {
                memberOf |= 1L << index;
            }
        }
        return memberOf;
    }

    private int score(InputFile.Applicant applicant, InputFile.Choice choice) {
        if ((choice.score() == null) == (choice.excluded() == null)) {
            wrongChoice(applicant, choice, "has to have either a score or a reason why it is excluded");
        } else if (choice.score() != null && !SCORE.matcher(choice.score()).matches()) {
            faults.add(
                    FaultKind.SCORE,
                    () -> new Fault(
                            FaultKind.SCORE,
                            List.of(applicant.number()),
                            List.of(choice.place()),
                            "%s has at %s the score \"%s\", which is not one of 0.00 to 100.00."
                                    .formatted(applicant.number(), choice.place(), choice.score())));
        } else if (choice.score() != null) {
            return hundredths(choice.score());
        }
        return Market.EXCLUDED;
    }

    private static int hundredths(String score) {
        int point = score.length() - 3;
        return Integer.parseInt(score.substring(0, point)) * 100 + Integer.parseInt(score.substring(point + 1));
    }

    private void wrongChoice(InputFile.Applicant applicant, InputFile.Choice choice, String what) {
        faults.add(
                FaultKind.CHOICE,
                () -> new Fault(
                        FaultKind.CHOICE,
                        List.of(applicant.number()),
                        List.of(choice.place()),
                        "%s ranked %s, which %s.".formatted(applicant.number(), choice.place(), what)));
    }

    private int[] lotteryRanks(List<InputFile.Applicant> all) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, all.size()).boxed().toList());
        order.sort(
                (one, other) -> all.get(one).lottery().compareTo(all.get(other).lottery()));
        int[] rank = new int[all.size()];
        sortedLotteries = new String[all.size()];
        for (int i = 0; i < rank.length; i++) {
            rank[order.get(i)] = i;
            sortedLotteries[i] = all.get(order.get(i)).lottery();
        }
        return rank;
    }
}
