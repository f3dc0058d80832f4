package org.yol.localrun.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Who has signed in, for as long as their tokens can be renewed. Spring's own service in memory fails when two people
 * sign in at the same instant, forgets who begins while a hundred others do, and looks through everybody for each
 * token.
 */
final class SignIns implements OAuth2AuthorizationService {

    /** Some 10 KB each; who signed in before so many others has to do it again when their token ends. */
    private static final int AT_MOST = 10_000;

    /** What can be looked for by its value: the code, and then three tokens, of which two are renewed. */
    private static final int TOKENS_AT_MOST = 6 * AT_MOST;

    private static final Map<String, Class<? extends OAuth2Token>> KINDS = Map.of(
            OAuth2ParameterNames.CODE,
            OAuth2AuthorizationCode.class,
            OAuth2TokenType.ACCESS_TOKEN.getValue(),
            OAuth2AccessToken.class,
            OAuth2TokenType.REFRESH_TOKEN.getValue(),
            OAuth2RefreshToken.class,
            OidcParameterNames.ID_TOKEN,
            OidcIdToken.class);

    private final Cache<String, OAuth2Authorization> byId;
    private final Cache<String, String> idsByToken;

    /** @param longest how long a token lives at most */
    SignIns(Duration longest) {
        this.byId = Caffeine.newBuilder()
                .maximumSize(AT_MOST)
                .expireAfterWrite(longest)
                .build();
        this.idsByToken = Caffeine.newBuilder()
                .maximumSize(TOKENS_AT_MOST)
                .expireAfterWrite(longest)
                .build();
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        byId.put(authorization.getId(), authorization);
        values(authorization).forEach(value -> idsByToken.put(value, authorization.getId()));
    }

    private static Stream<String> values(OAuth2Authorization authorization) {
        return KINDS.values().stream()
                .map(authorization::getToken)
                .filter(Objects::nonNull)
                .map(token -> token.getToken().getTokenValue());
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        byId.invalidate(authorization.getId());
        idsByToken.invalidateAll(values(authorization).toList());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return byId.getIfPresent(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String value, @Nullable OAuth2TokenType type) {
        String id = idsByToken.getIfPresent(value);
        OAuth2Authorization found = id == null ? null : byId.getIfPresent(id);
        return found != null && holds(found, value, type) ? found : null;
    }

    /** A token that was renewed since is none any more. */
    private static boolean holds(OAuth2Authorization authorization, String value, @Nullable OAuth2TokenType type) {
        OAuth2Authorization.Token<OAuth2Token> token = authorization.getToken(value);
        return token != null
                && (type == null
                        || KINDS.getOrDefault(type.getValue(), OAuth2Token.class)
                                .isInstance(token.getToken()));
    }
}
