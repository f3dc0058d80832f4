package org.yol.allocation.proof;

import java.util.List;

/**
 * One thing that is wrong.
 *
 * @param numbers of the applicants it is about
 * @param places ids of the places and caps it is about
 * @param sentence in English, for people
 */
public record Fault(FaultKind kind, List<String> numbers, List<String> places, String sentence) {}
