package org.yol.localrun.journey;

import java.util.Map;

/** What coordinators say of organisations before anything else can be done; where it is said already, it stays. */
public final class Organisations {

    private static final int STALE = 412;
    private static final int THERE = 409;

    private static final Map<String, Map<String, String>> PROVIDERS = Map.of(
            "sato", Map.of("id", "jica-jice", "name", "JICA / JICE", "country", "JP"),
            "karimov", Map.of("id", "el-yurt-umidi", "name", "El-yurt umidi Foundation, Uzbekistan", "country", "UZ"));

    private Organisations() {}

    /** Says who the provider of a demo coordinator is. */
    public static void describe(Person coordinator) {
        Map<String, String> provider = PROVIDERS.get(coordinator.account());
        requireUnless(
                STALE,
                coordinator.put(
                        "/api/providers/" + provider.get("id"),
                        Person.NOTHING_YET,
                        Map.of("name", provider.get("name"), "country", provider.get("country"))));
    }

    /** Adds a university of Japan. */
    public static void add(Person coordinator, String host) {
        requireUnless(THERE, coordinator.post("/api/hosts", Map.of("name", host, "country", "JP")));
    }

    private static void requireUnless(int status, Answer answer) {
        if (answer.status() != status) {
            answer.ok();
        }
    }
}
