package org.yol.platform.test;

import java.util.List;
import java.util.Map;

/**
 * Somebody who signs in.
 *
 * @param more further claims: organization, country
 */
public record Account(String id, String name, String locale, List<String> roles, Map<String, String> more) {

    /** Somebody with one role. */
    public Account(String id, String name, String locale, String role, Map<String, String> more) {
        this(id, name, locale, List.of(role), more);
    }

    public static final Account AIGERIM = student("aigerim", "Aigerim Bekova", "KZ");
    public static final Account NURLAN = student("nurlan", "Nurlan Asanov", "KG");
    public static final Account TANAKA = reviewer("tanaka", "jp-university-of-tsukuba");
    public static final Account SUZUKI = reviewer("suzuki", "jp-hiroshima-university");
    public static final Account SATO = coordinator("sato", "jica-jice");
    public static final Account KARIMOV = coordinator("karimov", "el-yurt-umidi");
    public static final Account AUTHORITY_KZ = new Account(
            "authority-kz",
            "Embassy of Japan in Kazakhstan",
            "en",
            "authority",
            Map.of("organization", "embassy-of-japan-kazakhstan", "country", "KZ"));
    public static final Account AUDITOR = new Account("auditor", "Auditor", "en", "auditor", Map.of());

    /** A student of that citizenship. */
    public static Account student(String id, String name, String country) {
        return new Account(id, name, "en", "student", Map.of("country", country));
    }

    /** A reviewer of that university. */
    public static Account reviewer(String id, String organization) {
        return new Account(id, id, "ja", "reviewer", Map.of("organization", organization));
    }

    /** A coordinator of that provider. */
    public static Account coordinator(String id, String organization) {
        return new Account(id, id, "ja", "coordinator", Map.of("organization", organization));
    }
}
