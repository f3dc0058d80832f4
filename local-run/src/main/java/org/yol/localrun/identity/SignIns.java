package org.yol.localrun.identity;

import java.util.HashMap;
import java.util.LinkedHashMap;
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
 * Who has signed in. Spring's own service in memory fails when two people sign in at the same instant, forgets who
 * begins while a hundred others do, and looks through everybody for each token.
 */
final class SignIns implements OAuth2AuthorizationService {

    /** Some 10 KB each; who signed in or renewed before so many others has to sign in again when their token ends. */
    private static final int AT_MOST = 10_000;

    private static final Map<String, Class<? extends OAuth2Token>> KINDS = Map.of(
            OAuth2ParameterNames.CODE,
            OAuth2AuthorizationCode.class,
            OAuth2TokenType.ACCESS_TOKEN.getValue(),
            OAuth2AccessToken.class,
            OAuth2TokenType.REFRESH_TOKEN.getValue(),
            OAuth2RefreshToken.class,
            OidcParameterNames.ID_TOKEN,
            OidcIdToken.class);

    /** The longest unchanged first. */
    private final Map<String, OAuth2Authorization> byId = new LinkedHashMap<>();

    private final Map<String, OAuth2Authorization> byToken = new HashMap<>();

    @Override
    public synchronized void save(OAuth2Authorization authorization) {
        remove(authorization);
        byId.put(authorization.getId(), authorization);
        values(authorization).forEach(value -> byToken.put(value, authorization));
        if (byId.size() > AT_MOST) {
            remove(byId.values().iterator().next());
        }
    }

    @Override
    public synchronized void remove(OAuth2Authorization authorization) {
        OAuth2Authorization kept = byId.remove(authorization.getId());
        if (kept != null) {
            values(kept).forEach(byToken::remove);
        }
    }

    /** Ends every sign-in of an account: no token of it is renewed any more. */
    synchronized void end(String account) {
        byId.values().stream()
                .filter(authorization -> authorization.getPrincipalName().equals(account))
                .toList()
                .forEach(this::remove);
    }

    private static Stream<String> values(OAuth2Authorization authorization) {
        return KINDS.values().stream()
                .map(authorization::getToken)
                .filter(Objects::nonNull)
                .map(token -> token.getToken().getTokenValue());
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findById(String id) {
        return byId.get(id);
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findByToken(String value, @Nullable OAuth2TokenType type) {
        OAuth2Authorization found = byToken.get(value);
        return found != null && (type == null || isOfType(found.getToken(value).getToken(), type)) ? found : null;
    }

    private static boolean isOfType(OAuth2Token token, OAuth2TokenType type) {
        return KINDS.containsKey(type.getValue()) && KINDS.get(type.getValue()).isInstance(token);
    }
}
