package org.yol.bench.platform;

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
        return Map.of(
                "sub",
                account,
                "preferred_username",
                account,
                "name",
                "Bench " + account,
                "email",
                address(),
                "locale",
                "en",
                "roles",
                List.of("student"),
                "country",
                "KZ");
    }

    /** Their line in the local identity provider's file of accounts. */
    Map<String, Object> registration() {
        return Map.of(
                "account",
                account,
                "name",
                "Bench " + account,
                "email",
                address(),
                "locale",
                "en",
                "roles",
                List.of("student"),
                "country",
                "KZ",
                // Without the slow hash that real people's get: hundreds sign in here, in seconds.
                "password",
                "{noop}" + PASSWORD);
    }

    /** Where their mails go. */
    public String address() {
        return account + "@example.org";
    }

    String password() {
        return PASSWORD;
    }
}
