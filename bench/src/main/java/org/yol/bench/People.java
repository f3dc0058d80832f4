package org.yol.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Students whom nobody has seen before, and the staff that looks at what they do. */
final class People {

    private final Tokens tokens;
    private final Http http;
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    People(Tokens tokens, Http http) {
        this.tokens = tokens;
        this.http = http;
    }

    /** Students who have done nothing yet and want to apply to this call. */
    List<Applicant> applicants(String prefix, int count, OpenCall call) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Applicant(newcomer(prefix + "-" + number), call))
                .toList();
    }

    /** A student whom the platform has never seen. */
    Person newcomer(String name) {
        return student(account(name));
    }

    /** The student of Kazakhstan who has this account. */
    Person student(String account) {
        return person(account, Map.of("roles", List.of("student"), "country", "KZ"));
    }

    /** One more coordinator of JICA / JICE: each has the limit of requests to themselves. */
    Person coordinator(String name) {
        return staff(name, "coordinator", "jica-jice");
    }

    Person reviewer(String name) {
        return staff(name, "reviewer", OpenCall.TSUKUBA);
    }

    private Person staff(String name, String role, String organization) {
        return person(account(name), Map.of("roles", List.of(role), "organization", organization));
    }

    private String account(String name) {
        return "bench-" + run + "-" + name;
    }

    private Person person(String account, Map<String, Object> rights) {
        Map<String, Object> claims = new HashMap<>(rights);
        claims.put("sub", account);
        claims.put("preferred_username", account);
        claims.put("name", "Bench " + account);
        claims.put("email", account + "@example.org");
        claims.put("locale", "en");
        return new Person(http, tokens.sign(claims));
    }
}
