package org.yol.allocation.proof;

import java.util.List;

/** The published result as it is written. */
record ResultFile(
        String format, String call, String input, Algorithm algorithm, List<Place> places, List<CutOff> cutOffs) {

    static final String FORMAT = "yol-selection-result/1";

    ResultFile {
        InputFile.require(call, "call");
        InputFile.require(input, "input");
        InputFile.require(algorithm, "algorithm");
        InputFile.require(places, "places");
        InputFile.require(cutOffs, "cutOffs");
    }

    record Algorithm(String name, String version) {}

    record Place(String id, List<Held> held, List<String> reserve) {
        Place {
            InputFile.require(id, "id");
            InputFile.require(held, "held");
            InputFile.require(reserve, "reserve");
        }
    }

    record Held(String number, String seat) {
        Held {
            InputFile.require(number, "number");
            InputFile.require(seat, "seat");
        }
    }

    /** Of a kind of seat at a place, or of a cap. */
    record CutOff(String place, String seat, String cap, String score, String lottery) {
        CutOff {
            InputFile.require(score, "score");
            InputFile.require(lottery, "lottery");
            if ((cap == null) == (place == null) || (place == null) != (seat == null)) {
                throw new NullPointerException("a cut-off names a place and a seat, or a cap");
            }
        }
    }
}
