package org.yol.bench.platform;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Students whom nobody has seen before, and the staff that looks at what they do. */
public final class People {

    private final Tokens tokens;
    private final URI gateway;
    private final String run;

    /** @param run stands in every account, so that no two runs share one */
    public People(Installation installation, String run) {
        this.tokens = Tokens.of(installation);
        this.gateway = installation.gateway();
        this.run = run;
    }

    /** A student of this run. */
    public Student student(String name) {
        return student(run, name);
    }

    /** A student of a run that need not have begun yet. */
    public static Student student(String run, String name) {
        return new Student("bench-" + run + "-" + name);
    }

    /** Uses the API as that student. */
    public Person as(Student student) {
        return new Person(gateway, bearer(student));
    }

    /** The value of the {@code Authorization} header of a student. */
    public String bearer(Student student) {
        return "Bearer " + tokens.sign(student.claims());
    }

    /** One more coordinator of JICA / JICE. */
    public Person coordinator(String name) {
        return new Person(gateway, coordinatorBearer(name));
    }

    /** The value of the {@code Authorization} header of a coordinator. */
    public String coordinatorBearer(String name) {
        return staff(name, "coordinator", "jica-jice");
    }

    /**
     * The value of the {@code Authorization} header of a reviewer.
     *
     * @param host slug of the university
     */
    public String reviewerBearer(String name, String host) {
        return staff(name, "reviewer", host);
    }

    /**
     * The value of the {@code Authorization} header of an authority.
     *
     * @param country ISO 3166-1 alpha-2
     */
    public String authorityBearer(String name, String country) {
        return "Bearer " + tokens.sign(claims(name, "authority", Map.of("country", country)));
    }

    private String staff(String name, String role, String organization) {
        return "Bearer " + tokens.sign(claims(name, role, Map.of("organization", organization)));
    }

    private Map<String, Object> claims(String name, String role, Map<String, String> others) {
        Map<String, Object> claims = new HashMap<>(student(name).claims());
        claims.remove("country");
        claims.put("roles", List.of(role));
        claims.putAll(others);
        return claims;
    }
}
