package org.yol.localrun.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in.
 *
 * @param account the user name, and the {@code sub} of every token
 * @param name as shown to other people
 * @param locale BCP 47
 * @param roles of student, reviewer, coordinator, authority, auditor
 * @param organization slug of the host or provider this person works for; null for students
 * @param country ISO 3166-1 alpha-2; null when no rule asks for it
 * @param password encoded, with its encoder's prefix
 * @param confirmed whether a link that was sent to {@code email} came back
 */
public record Account(
        String account,
        String name,
        String email,
        String locale,
        List<String> roles,
        @Nullable String organization,
        @Nullable String country,
        String password,
        boolean confirmed) {

    /** The claims that every token about this account carries. */
    Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("name", name);
        claims.put("preferred_username", account);
        claims.put("email", email);
        claims.put("email_verified", confirmed);
        claims.put("locale", locale);
        claims.put("roles", roles);
        if (organization != null) {
            claims.put("organization", organization);
        }
        if (country != null) {
            claims.put("country", country);
        }
        return claims;
    }

    /** The same with another password, encoded. */
    Account withPassword(String encoded) {
        return new Account(account, name, email, locale, roles, organization, country, encoded, confirmed);
    }

    /** The same with another address, which has to be confirmed. */
    Account withEmail(String address) {
        return new Account(account, name, address, locale, roles, organization, country, password, false);
    }

    /** The same, with the address known to be theirs. */
    Account withConfirmedEmail() {
        return new Account(account, name, email, locale, roles, organization, country, password, true);
    }
}
