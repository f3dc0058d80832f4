package org.yol.applications.selection;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yol.applications.selection.SelectionInput.InputApplicant;
import org.yol.applications.selection.SelectionInput.InputCap;
import org.yol.applications.selection.SelectionInput.InputPlace;
import org.yol.applications.selection.SelectionResult.CutOff;
import org.yol.applications.selection.SelectionResult.Filled;
import org.yol.applications.selection.SelectionResult.Holder;
import tools.jackson.databind.json.JsonMapper;

/** The two files of a run, read, and what they say of one applicant. */
final class PublishedRecord {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SelectionInput input;
    private final SelectionResult result;
    private final Map<String, InputApplicant> applicants;
    private final Map<String, Filled> filled;
    private final Map<String, Allotted> allotted = new HashMap<>();
    private final Map<String, Map<String, Integer>> positions = new HashMap<>();

    /** A place that somebody got, and the kind of seat. */
    record Allotted(String place, String seat) {}

    private PublishedRecord(SelectionInput input, SelectionResult result) {
        this.input = input;
        this.result = result;
        this.applicants =
                input.applicants().stream().collect(Collectors.toMap(InputApplicant::number, Function.identity()));
        this.filled = result.places().stream().collect(Collectors.toMap(Filled::id, Function.identity()));
        for (Filled place : result.places()) {
            for (Holder holder : place.held()) {
                allotted.put(holder.number(), new Allotted(place.id(), holder.seat()));
            }
            Map<String, Integer> order = new HashMap<>();
            place.reserve().forEach(number -> order.put(number, order.size() + 1));
            positions.put(place.id(), order);
        }
    }

    /** Reads it from the bytes that are published. */
    static PublishedRecord of(byte[] input, byte[] result) {
        return new PublishedRecord(
                JSON.readValue(input, SelectionInput.class), JSON.readValue(result, SelectionResult.class));
    }

    SelectionInput input() {
        return input;
    }

    SelectionResult result() {
        return result;
    }

    Optional<InputApplicant> applicant(String number) {
        return Optional.ofNullable(applicants.get(number));
    }

    /** What somebody got; empty for nothing. */
    Optional<Allotted> allotted(String number) {
        return Optional.ofNullable(allotted.get(number));
    }

    /** The position on the reserve list of a place, from 1; empty when not on it. */
    Optional<Integer> position(String number, String place) {
        return Optional.ofNullable(positions.getOrDefault(place, Map.of()).get(number));
    }

    /** The first of the reserve list of a place. */
    List<String> reserve(String place, int atMost) {
        List<String> all = filled.get(place).reserve();
        return all.subList(0, Math.min(all.size(), atMost));
    }

    /** Those in an order, the members of a category before the others. */
    List<String> membersFirst(List<String> inOrder, String category) {
        return inOrder.stream()
                .sorted(Comparator.comparing(
                        number -> !applicants.get(number).categories().contains(category)))
                .toList();
    }

    /** Who was taken last at a place, and at those it shares a cap with. */
    List<CutOff> cutOffs(String place) {
        List<String> caps = input.caps().stream()
                .filter(cap -> cap.places().contains(place))
                .map(InputCap::id)
                .toList();
        return result.cutOffs().stream()
                .filter(last -> place.equals(last.place()) || last.cap() != null && caps.contains(last.cap()))
                .toList();
    }

    /** The place as it is in the input. */
    InputPlace place(String id) {
        return input.places().stream()
                .filter(place -> place.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
