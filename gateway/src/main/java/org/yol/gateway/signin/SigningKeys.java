package org.yol.gateway.signin;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The keys the identity provider signs with. They are fetched again when they are old, and when a token names one that
 * is not among them; but never more often than a provider can bear, whatever tokens name.
 */
class SigningKeys implements JWKSource<SecurityContext> {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int LARGEST_BYTES = 100_000;
    private static final Duration FRESH = Duration.ofMinutes(5);
    /** Two may be fetched in it: one that is due, and one for a key that is new. */
    private static final Duration BETWEEN = Duration.ofSeconds(10);
    /** As long as the provider is away; tokens end long before. */
    private static final Duration WITHOUT_PROVIDER = Duration.ofHours(4);

    private final JWKSource<SecurityContext> source;
    private volatile boolean isLoaded;

    SigningKeys(String address) {
        try {
            var timeout = Math.toIntExact(TIMEOUT.toMillis());
            source = JWKSourceBuilder.create(
                            URI.create(address).toURL(), new DefaultResourceRetriever(timeout, timeout, LARGEST_BYTES))
                    .cache(FRESH.toMillis(), 3 * TIMEOUT.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(BETWEEN.toMillis())
                    .outageTolerant(WITHOUT_PROVIDER.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
        try {
            var keys = source.get(selector, context);
            isLoaded = true;
            return keys;
        } catch (RateLimitReachedException e) {
            if (isLoaded) {
                // Not there a moment ago, and not asked for again: the token is refused.
                return List.of();
            }
            throw e;
        }
    }
}
