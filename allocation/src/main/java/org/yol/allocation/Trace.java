package org.yol.allocation;

import java.util.Arrays;

/**
 * Each step of one run: who asked for which place, and who was put out because of it. Empty before
 * {@link DeferredAcceptance#allocate(Market, Trace)}. Three numbers a step.
 */
public final class Trace {

    /** Nobody was put out. */
    public static final int NOBODY = -1;

    private int[] applicants = new int[64];
    private int[] places = new int[64];
    private int[] putOut = new int[64];
    private int size;

    void add(int applicant, int place, int whoWasPutOut) {
        if (size == applicants.length) {
            applicants = Arrays.copyOf(applicants, 2 * size);
            places = Arrays.copyOf(places, 2 * size);
            putOut = Arrays.copyOf(putOut, 2 * size);
        }
        applicants[size] = applicant;
        places[size] = place;
        putOut[size++] = whoWasPutOut;
    }

    /** How many steps there were. */
    public int size() {
        return size;
    }

    /** Who asked, in a step from 0. */
    public int applicant(int step) {
        return applicants[step];
    }

    /** For which place. */
    public int place(int step) {
        return places[step];
    }

    /** Whether the place holds them, for the time being. */
    public boolean held(int step) {
        return putOut[step] != applicants[step];
    }

    /** Who has no place since then: another one, the applicant who asked and was refused, or {@link #NOBODY}. */
    public int putOut(int step) {
        return putOut[step];
    }
}
