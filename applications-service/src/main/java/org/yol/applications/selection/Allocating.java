package org.yol.applications.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.yol.allocation.Allocation;
import org.yol.allocation.DeferredAcceptance;
import org.yol.allocation.Market;
import org.yol.allocation.MarketBuilder;
import org.yol.allocation.Trace;
import org.yol.applications.selection.SelectionInput.InputApplicant;
import org.yol.applications.selection.SelectionInput.InputChoice;
import org.yol.applications.selection.SelectionInput.InputPlace;
import org.yol.applications.selection.SelectionResult.Algorithm;
import org.yol.applications.selection.SelectionResult.CutOff;
import org.yol.applications.selection.SelectionResult.Filled;
import org.yol.applications.selection.SelectionResult.Holder;
import org.yol.platform.digest.Sha256;

/** Hands an input to the engine and puts what it answers into the words that are published. */
final class Allocating {

    private final SelectionInput input;
    private final Allocation allocation;
    private final Trace trace = new Trace();

    /** Works it out. */
    Allocating(SelectionInput input) {
        this.input = input;
        this.allocation = DeferredAcceptance.allocate(market(input), trace);
    }

    private static Market market(SelectionInput input) {
        MarketBuilder market = Market.builder(input.categories().size());
        for (InputPlace place : input.places()) {
            Integer[] reserves = input.categories().stream()
                    .map(category -> place.reserves().getOrDefault(category, 0))
                    .toArray(Integer[]::new);
            market.place(place.id(), place.seats(), reserves);
        }
        input.caps()
                .forEach(cap -> market.cap(cap.id(), cap.seats(), cap.places().toArray(String[]::new)));
        int[] lottery = lottery(input.applicants());
        for (int index = 0; index < lottery.length; index++) {
            InputApplicant applicant = input.applicants().get(index);
            market.applicant(lottery[index], memberships(applicant, input.categories()));
            applicant.choices().stream()
                    .filter(choice -> choice.excluded() == null)
                    .forEach(choice -> market.choice(choice.place(), choice.hundredths()));
        }
        return market.build();
    }

    /** The position of each in the order of the lottery: hex in lower case is in the order of its bytes. */
    private static int[] lottery(List<InputApplicant> applicants) {
        int[] positions = new int[applicants.size()];
        List<Integer> order = IntStream.range(0, positions.length)
                .boxed()
                .sorted(Comparator.comparing(index -> applicants.get(index).lottery()))
                .toList();
        for (int position = 0; position < positions.length; position++) {
            positions[order.get(position)] = position;
        }
        return positions;
    }

    private static long memberships(InputApplicant applicant, List<String> categories) {
        return applicant.categories().stream()
                .mapToInt(categories::indexOf)
                .mapToLong(category -> 1L << category)
                .reduce(0, (one, other) -> one | other);
    }

    /** @param input its bytes */
    SelectionResult result(byte[] bytes) {
        List<Filled> places = new ArrayList<>();
        List<CutOff> cutOffs = new ArrayList<>();
        int[][] reserves = allocation.reserveOrders();
        for (int place = 0; place < input.places().size(); place++) {
            String id = input.places().get(place).id();
            List<Holder> held = new ArrayList<>();
            for (int kind = Allocation.OPEN; kind <= allocation.leftOver(); kind++) {
                String seat = seat(kind);
                IntStream.of(allocation.held(place, kind))
                        .forEach(applicant -> held.add(new Holder(number(applicant), seat)));
                int last = allocation.cutOff(place, kind);
                if (last != Allocation.NONE) {
                    cutOffs.add(cutOff(id, seat, null, last));
                }
            }
            places.add(new Filled(
                    id,
                    held,
                    IntStream.of(reserves[place]).mapToObj(this::number).toList()));
        }
        int[] caps = allocation.capCutOffs();
        for (int cap = 0; cap < caps.length; cap++) {
            if (caps[cap] != Allocation.NONE) {
                cutOffs.add(cutOff(null, null, input.caps().get(cap).id(), caps[cap]));
            }
        }
        return new SelectionResult(
                SelectionResult.FORMAT,
                input.call(),
                Sha256.hex(bytes),
                Algorithm.DEFERRED_ACCEPTANCE,
                places,
                cutOffs);
    }

    private String seat(int kind) {
        if (kind == Allocation.OPEN) {
            return SelectionResult.OPEN;
        }
        return kind == allocation.leftOver()
                ? SelectionResult.LEFT_OVER
                : input.categories().get(kind - 1);
    }

    private CutOff cutOff(String place, String seat, String cap, int applicant) {
        String at = input.places().get(allocation.place(applicant)).id();
        InputApplicant last = input.applicants().get(applicant);
        String score = last.choices().stream()
                .filter(choice -> choice.place().equals(at))
                .map(InputChoice::score)
                .findFirst()
                .orElseThrow();
        return new CutOff(place, seat, cap, score, last.lottery());
    }

    private String number(int applicant) {
        return input.applicants().get(applicant).number();
    }

    /** How many got the place that they ranked first, second and so on. */
    List<Integer> byRank() {
        List<Integer> counts = new ArrayList<>();
        for (int applicant = 0; applicant < input.applicants().size(); applicant++) {
            if (allocation.place(applicant) != Allocation.NONE) {
                String got = input.places().get(allocation.place(applicant)).id();
                int rank = input.applicants().get(applicant).choices().stream()
                        .map(InputChoice::place)
                        .toList()
                        .indexOf(got);
                while (rank >= counts.size()) {
                    counts.add(0);
                }
                counts.set(rank, counts.get(rank) + 1);
            }
        }
        return counts;
    }

    /** What a run did, step by step. */
    record Step(int number, String applicant, String place, boolean held, String putOut) {}

    /** How many steps there were. */
    int steps() {
        return trace.size();
    }

    /** The steps from one on, counted from 0. */
    List<Step> steps(int from, int atMost) {
        return IntStream.range(from, Math.min(trace.size(), from + atMost))
                .mapToObj(step -> new Step(
                        step,
                        number(trace.applicant(step)),
                        input.places().get(trace.place(step)).id(),
                        trace.held(step),
                        trace.putOut(step) == Trace.NOBODY || !trace.held(step) ? null : number(trace.putOut(step))))
                .toList();
    }
}
