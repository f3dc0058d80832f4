package org.yol.applications.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Knows whom a student has asked for references. */
public interface Referees {

    /** Those asked for an application who have not declined, in the order of naming. */
    List<AskedReferee> asked(String applicationId);

    /** How many these are for each of some applications, by id; without those for which nobody is asked. */
    Map<String, Integer> numbersAsked(Collection<String> applicationIds);
}
