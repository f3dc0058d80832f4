package org.yol.programs.programme;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Who offers a programme.
 *
 * @param id slug of the organization, as in the coordinators' tokens
 * @param name as people know it
 */
public record Provider(String id, String name) {

    /** The provider under the name that is stated; without one, under its slug with capitals. */
    static Provider of(String organization, String name) {
        return new Provider(organization, name == null || name.isBlank() ? capitalized(organization) : name.strip());
    }

    private static String capitalized(String slug) {
        return Arrays.stream(slug.split("-"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
