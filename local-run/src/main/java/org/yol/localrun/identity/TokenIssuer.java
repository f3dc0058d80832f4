package org.yol.localrun.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Makes access tokens without a browser, for scripts, sample data and tests on this machine. */
public final class TokenIssuer {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final String issuer;
    private final Accounts accounts;
    private final JwtEncoder encoder;
    private final Clock clock;

    TokenIssuer(String issuer, Accounts accounts, JwtEncoder encoder, Clock clock) {
        this.issuer = issuer;
        this.accounts = accounts;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** A token of somebody who can sign in here; empty when there is no such account. */
    public Optional<String> issue(String account) {
        return accounts.find(account).map(this::issue);
    }

    /** A token of somebody who can't sign in here, such as the coordinator of a sample provider. */
    public String issue(Account account) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .id(UUID.randomUUID().toString())
                .issuer(issuer)
                .subject(account.account())
                .audience(List.of(IdentityConfiguration.CLIENT_ID))
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(LIFETIME))
                .claim("scope", List.of("openid", "profile"))
                .claims(all -> all.putAll(account.claims()))
                .build();
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }
}
