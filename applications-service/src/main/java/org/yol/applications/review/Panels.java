package org.yol.applications.review;

/** Knows for which calls it is set who reviews what. */
public interface Panels {

    /** Whether only those may review who are asked to; where it is not set, every reviewer of a place's university. */
    boolean isSetFor(String callId);
}
