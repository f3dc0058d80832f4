package org.yol.gateway.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import java.util.Map;

@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionView(
        boolean authenticated,
        String name,
        String account,
        String email,
        List<String> roles,
        String organization,
        String country,
        String locale) {

    static SessionView anonymous() {
        return new SessionView(false, null, null, null, null, null, null, null);
    }

    static SessionView of(Map<String, Object> claims) {
        return new SessionView(
                true,
                text(claims, "name"),
                text(claims, "sub"),
                text(claims, "email"),
                roles(claims),
                text(claims, "organization"),
                text(claims, "country"),
                text(claims, "locale"));
    }

    private static String text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text ? text : null;
    }

    private static List<String> roles(Map<String, Object> claims) {
        return claims.get("roles") instanceof Collection<?> roles
                ? roles.stream().map(Object::toString).toList()
                : List.of();
    }
}
