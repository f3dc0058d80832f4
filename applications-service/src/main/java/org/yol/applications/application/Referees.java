package org.yol.applications.application;

import java.util.List;

/** Knows whom a student has asked for references. */
public interface Referees {

    /** Those asked for an application who have not declined, in the order of naming. */
    List<AskedReferee> asked(String applicationId);
}
