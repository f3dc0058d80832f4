package org.yol.applications.application;

/**
 * Who applies.
 *
 * @param id the account
 * @param name as the identity provider knows them; empty when they were erased
 * @param country ISO 3166-1 alpha-2 of the citizenship the account states
 */
public record Student(String id, String name, String country) {

    /** Nobody, of the same country: with an id of the application's own, so that it is not taken for another's. */
    Student erased(String applicationId) {
        return new Student("erased/" + applicationId, "", country);
    }
}
