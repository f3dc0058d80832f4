package org.yol.applications.application;

import java.util.Set;

/**
 * Documents that say who somebody is, with a picture, a birth date or a citizenship: reviewers who are not to know it
 * do not get them. What is judged stays, though a name may stand on it.
 */
public final class NamingDocuments {

    private static final Set<String> KINDS = Set.of(
            "passport",
            "photo",
            "application-form",
            "registration-form",
            "curriculum-vitae",
            "medical-certificate",
            "medical-questionnaire");

    private NamingDocuments() {}

    /** Whether a kind is one of them. */
    public static boolean include(String kind) {
        return KINDS.contains(kind);
    }
}
