package org.yol.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Remembers tokens whose signature was found right, so that it is not reckoned again at every request. */
class KnownTokens implements JwtDecoder {

    /** Also how long a key that its issuer has withdrawn is believed in tokens that were seen before. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Of letters in the tokens; with their claims they take up about four times as many bytes. */
    private static final long LETTERS = 2_000_000;

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Jwt> known;

    KnownTokens(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumWeight(LETTERS)
                .weigher((String token, Jwt jwt) -> token.length())
                .expireAfter(Expiry.creating((String token, Jwt jwt) -> lifetime(jwt)))
                .ticker(ticker(clock))
                .build();
    }

    @Override
    public Jwt decode(String token) {
        var jwt = known.getIfPresent(token);
        if (jwt == null) {
            jwt = decoder.decode(token);
            known.put(token, jwt);
        }
        return jwt;
    }

    private Duration lifetime(Jwt jwt) {
        if (jwt.getExpiresAt() == null) {
            return LONGEST;
        }
        var left = Duration.between(clock.instant(), jwt.getExpiresAt());
        return left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }

    private static Ticker ticker(Clock clock) {
        return () -> Duration.ofMillis(clock.millis()).toNanos();
    }
}
