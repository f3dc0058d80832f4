package org.yol.allocation.proof;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From the published result to an {@link Outcome}. What names something that the input does not have is a fault and
 * left out.
 */
final class ResultReading {

    private static final ResultFile.Algorithm KNOWN = new ResultFile.Algorithm("deferred-acceptance", "1");

    private final ResultFile file;
    private final Faults faults;

    /** @throws UnreadableRecord for what is no result of a known format */
    ResultReading(byte[] bytes, Faults faults) {
        this.file = Json.read(bytes, ResultFile.class, ResultFile.FORMAT, "result");
        this.faults = faults;
        if (!Json.isCanonical(file, bytes)) {
            faults.add(FaultKind.FORM, "The result is not written in the canonical form of RFC 8785.");
        }
    }

    ResultFile file() {
        return file;
    }

    /** Compares what the result says of its input. */
    void compare(InputFile input, String digest) {
        if (!file.input().equals(digest)) {
            faults.add(
                    FaultKind.DIGEST,
                    "The result is of an input with the SHA-256 " + file.input() + ", and that of this one is " + digest
                            + ".");
        }
        if (!file.call().equals(input.call())) {
            faults.add(
                    FaultKind.DIGEST,
                    "The result is of the call " + file.call() + ", and the input of " + input.call() + ".");
        }
        if (!file.algorithm().equals(KNOWN)) {
            faults.add(
                    FaultKind.DIGEST,
                    "The algorithm is %s %s, and this checker knows %s %s."
                            .formatted(
                                    file.algorithm().name(),
                                    file.algorithm().version(),
                                    KNOWN.name(),
                                    KNOWN.version()));
        }
    }

    Outcome outcome(InputReading input, Market market) {
        ResultFile.Place[] places = places(input, market);
        int[] firstHeld = new int[places.length + 1];
        int[] firstReserve = new int[places.length + 1];
        for (int place = 0; place < places.length; place++) {
            firstHeld[place + 1] = firstHeld[place] + places[place].held().size();
            firstReserve[place + 1] =
                    firstReserve[place] + places[place].reserve().size();
        }
        int[] held = new int[firstHeld[places.length]];
        int[] seat = new int[held.length];
        int[] reserve = new int[firstReserve[places.length]];
        for (int place = 0; place < places.length; place++) {
            int at = firstHeld[place];
            for (ResultFile.Held one : places[place].held()) {
                held[at] = applicant(input, one.number(), places[place].id());
                seat[at++] = seat(input, one, places[place].id());
            }
            at = firstReserve[place];
            for (String number : places[place].reserve()) {
                reserve[at++] = applicant(input, number, places[place].id());
            }
        }
        return new Outcome(firstHeld, held, seat, firstReserve, reserve, cutOffs(input, market));
    }

    /** By index of the input. */
    private ResultFile.Place[] places(InputReading input, Market market) {
        Map<String, ResultFile.Place> byId = new HashMap<>();
        for (ResultFile.Place place : file.places()) {
            if (!input.places().containsKey(place.id())) {
                unknown(place.id(), "The input has no place " + place.id() + ".");
            } else if (byId.putIfAbsent(place.id(), place) != null) {
                unknown(place.id(), "The result has the place " + place.id() + " twice.");
            }
        }
        ResultFile.Place[] places = new ResultFile.Place[market.places()];
        for (int place = 0; place < places.length; place++) {
            String id = input.place(place);
            places[place] = byId.computeIfAbsent(id, missing -> {
                unknown(missing, "The result lacks the place " + missing + ".");
                return new ResultFile.Place(missing, List.of(), List.of());
            });
        }
        if (!faults.has(FaultKind.UNKNOWN) && !Arrays.asList(places).equals(file.places())) {
            faults.add(FaultKind.FORM, "The places of the result are not in order.");
        }
        return places;
    }

    private void unknown(String place, String sentence) {
        faults.add(FaultKind.UNKNOWN, List.of(), List.of(place), sentence);
    }

    private int applicant(InputReading input, String number, String place) {
        Integer applicant = input.applicants().get(number);
        if (applicant == null) {
            faults.add(
                    FaultKind.UNKNOWN,
                    List.of(number),
                    List.of(place),
                    "The input has no applicant " + number + ", whom " + place + " names.");
            return -1;
        }
        return applicant;
    }

    /** A kind that is not known counts as open, where it will not fit. */
    private int seat(InputReading input, ResultFile.Held held, String place) {
        int kind = input.kind(held.seat());
        if (kind < 0) {
            faults.add(
                    FaultKind.UNKNOWN,
                    List.of(held.number()),
                    List.of(place),
                    held.number() + " holds a seat \"" + held.seat() + "\" at " + place
                            + ", which is no kind of seat.");
        }
        return Math.max(kind, Market.OPEN);
    }

    private long[] cutOffs(InputReading input, Market market) {
        int places = market.places() * market.kinds();
        long[] cutOffs = new long[places + market.capSeats().length];
        Arrays.fill(cutOffs, Outcome.NONE);
        for (ResultFile.CutOff one : file.cutOffs()) {
            Integer of = (one.cap() == null ? input.places() : input.caps())
                    .get(one.cap() == null ? one.place() : one.cap());
            int kind = one.cap() == null ? input.kind(one.seat()) : 0;
            if (of == null || kind < 0) {
                wrongCutOff(one, "is of something that the input does not have");
                continue;
            }
            int at = one.cap() == null ? of * market.kinds() + kind : places + of;
            if (cutOffs[at] != Outcome.NONE) {
                wrongCutOff(one, "stands twice");
            }
            cutOffs[at] = input.cutOff(one.score(), one.lottery());
        }
        return cutOffs;
    }

    private void wrongCutOff(ResultFile.CutOff one, String what) {
        String name = one.cap() == null ? one.place() + ", " + one.seat() : one.cap();
        faults.add(
                FaultKind.CUT_OFF,
                List.of(),
                List.of(one.cap() == null ? one.place() : one.cap()),
                "The cut-off of " + name + " " + what + ".");
    }
}
