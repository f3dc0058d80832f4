package org.yol.applications.person;

import java.util.List;

/** Knows which applications are somebody's: much of what is held is held by these. */
@FunctionalInterface
public interface PersonsApplications {

    /** Their ids; a handful. */
    List<String> of(String account);
}
