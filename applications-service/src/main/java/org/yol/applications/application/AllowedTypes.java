package org.yol.applications.application;

import java.util.List;
import java.util.Map;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;

/** What a file may be, by the kind of document it is for: the one place that says so. */
public final class AllowedTypes {

    private static final String PDF = "application/pdf";
    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";

    /** Of any kind. */
    public static final List<String> ALL = List.of(PDF, JPEG, PNG);

    private static final List<String> PICTURES = List.of(JPEG, PNG);

    private static final Map<String, List<String>> BY_KIND = Map.of("photo", PICTURES);

    private AllowedTypes() {}

    /** Media types, the usual first. */
    public static List<String> of(String kind) {
        return BY_KIND.getOrDefault(kind, ALL);
    }

    /**
     * Refuses a type that is taken elsewhere.
     *
     * @param type any; null when nobody knows
     * @throws Refused field-errors
     */
    public static void refuseMisplaced(String type, String kind) {
        if (type != null && ALL.contains(type) && !of(kind).contains(type)) {
            throw Refused.because(List.of(FieldError.of("/file", "file.pictures-only")));
        }
    }
}
