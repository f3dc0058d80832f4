package org.yol.programs.programme;

/** Who relies on what a programme says; told by those who know its calls. */
public interface Applicants {

    /** Whether anybody has begun to apply to one of its calls; known a moment later than it happens. */
    boolean haveBegun(String programmeId);
}
