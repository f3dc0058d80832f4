package org.yol.applications.person;

import java.util.Arrays;
import java.util.List;

/**
 * Somebody of whom something is held.
 *
 * @param account as tokens name it
 * @param applications ids of those that are theirs
 */
public record Person(String account, List<String> applications) {

    public Person {
        applications = List.copyOf(applications);
    }

    /** What leads the ids of their documents, in every country: an account may have stated another one before. */
    public List<String> ids() {
        return Arrays.stream(Residence.values())
                .map(residence -> residence.id(account))
                .toList();
    }
}
