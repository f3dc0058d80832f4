package org.yol.platform.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.oauth2.jwt.Jwt;
import org.yol.platform.trail.Act;

/**
 * Who is asking, from the claims of their token. Somebody who has not signed in has no id and no roles.
 *
 * @param id the {@code sub} claim, null for somebody who has not signed in
 * @param email null without one, and for an address that its owner has not confirmed: nothing is sent to strangers
 * @param organization slug of the provider, university or authority they belong to, null without one
 * @param country ISO 3166-1 alpha-2 of their citizenship or authority, null without one
 * @param actsFor organizations that have said that those of the caller's act for them too, see {@link Mandates}
 */
public record Caller(
        String id,
        String name,
        String email,
        String locale,
        Set<Role> roles,
        String organization,
        String country,
        Set<String> actsFor) {

    static final Caller NOBODY = new Caller(null, null, null, null, Set.of(), null, null, Set.of());

    public Caller {
        roles = Set.copyOf(roles);
        actsFor = Set.copyOf(actsFor);
    }

    /** The caller a verified token speaks of. */
    public static Caller of(Jwt token) {
        return new Caller(
                token.getSubject(),
                Objects.requireNonNullElse(token.getClaimAsString("name"), token.getSubject()),
                Boolean.FALSE.equals(token.getClaims().get("email_verified")) ? null : token.getClaimAsString("email"),
                token.getClaimAsString("locale"),
                roles(token),
                token.getClaimAsString("organization"),
                token.getClaimAsString("country"),
                Set.of());
    }

    /** What the caller does in a role. */
    public Act act(String kind, Role inRole, String subject, Map<String, String> facts) {
        return new Act(kind, id, inRole.toString(), subject, facts);
    }

    /** The same, acting for these organizations too. */
    Caller actingFor(Set<String> organizations) {
        return new Caller(id, name, email, locale, roles, organization, country, organizations);
    }

    /** The known roles of a token; none when the claim is missing or malformed. */
    static Set<Role> roles(Jwt token) {
        Collection<?> names = token.getClaims().get("roles") instanceof Collection<?> claimed ? claimed : List.of();
        return names.stream()
                .map(name -> Role.of(String.valueOf(name)))
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the caller has that role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the caller belongs to that organization, or acts for it, in that role. */
    public boolean is(Role role, String ofOrganization) {
        return is(role)
                && ofOrganization != null
                && (ofOrganization.equals(organization) || actsFor.contains(ofOrganization));
    }

    /** The caller's own organization, if there is one, and those they act for. */
    public Set<String> organizations() {
        return Stream.concat(Stream.ofNullable(organization), actsFor.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
