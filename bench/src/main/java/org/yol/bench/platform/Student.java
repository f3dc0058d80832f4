package org.yol.bench.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A student of Kazakhstan, known by nothing but an account name.
 *
 * @param account the subject of their tokens
 */
public record Student(String account) {

    private static final String PASSWORD = "measured-yol";

    /** What their tokens say of them. */
    Map<String, Object> claims() {
        return with(Map.of("sub", account, "preferred_username", account));
    }

    /** Their line in the local identity provider's file of accounts. */
    Map<String, Object> registration() {
        // Without the slow hash that real people's passwords get: hundreds sign in here, in seconds.
        return with(Map.of("account", account, "password", "{noop}" + PASSWORD));
    }

    private Map<String, Object> with(Map<String, Object> names) {
        Map<String, Object> all = new HashMap<>(names);
        all.put("name", "Bench " + account);
        all.put("email", address());
        all.put("locale", "en");
        all.put("roles", List.of("student"));
        all.put("country", "KZ");
        return all;
    }

    /** Where their mails go. */
    public String address() {
        return account + "@example.org";
    }

    String password() {
        return PASSWORD;
    }
}
