package org.yol.applications.application;

/**
 * Who applies.
 *
 * @param id the account
 * @param name as the identity provider knows them; empty when they were erased; null for readers who are not to know it
 * @param country ISO 3166-1 alpha-2 of the citizenship the account states
 */
public record Student(String id, String name, String country) {

    /** Nobody, of the same country: with an id of the application's own, so that it is not taken for another's. */
    Student erased(String applicationId) {
        return new Student("erased/" + applicationId, "", country);
    }

    /** The same for readers who are not to know who it is: the rest says only whose files are whose. */
    Student unnamed() {
        return new Student(id, null, country);
    }

    /** Whether its reader is not to know who it is. */
    public boolean lacksName() {
        return name == null;
    }
}
