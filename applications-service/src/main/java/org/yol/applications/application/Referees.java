package org.yol.applications.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows whom a student has asked for references. */
public interface Referees {

    /** Those asked for an application who have not declined, in the order of naming. */
    List<AskedReferee> asked(String applicationId);

    /** How many these are for each of some applications, by id; without those for which nobody is asked. */
    Map<String, Integer> numbersAsked(Collection<String> applicationIds);

    /**
     * At which domains they have their addresses, in lower case, for each of some applications; without those for which
     * nobody is asked. The addresses themselves go nowhere.
     */
    Map<String, Set<String>> domainsAsked(Collection<String> applicationIds);
}
