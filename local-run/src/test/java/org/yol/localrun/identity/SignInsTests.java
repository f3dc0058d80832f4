package org.yol.localrun.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

class SignInsTests {

    private static final int KEPT = 10_000;
    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");

    private final RegisteredClient client = RegisteredClient.withId("c")
            .clientId("c")
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("http://localhost/back")
            .build();

    private final SignIns signIns = new SignIns();

    @Test
    void whoeverSignsInIsKnownHoweverManyDidBefore() {
        for (int number = 0; number < 2 * KEPT; number++) {
            signIns.save(signIn(number, "refresh-" + number));
            assertThat(signIns.findByToken("refresh-" + number, OAuth2TokenType.REFRESH_TOKEN))
                    .as("sign-in %d", number)
                    .isNotNull();
        }
        assertThat(signIns.findByToken("refresh-0", OAuth2TokenType.REFRESH_TOKEN))
                .isNull();
        assertThat(signIns.findById("id-0")).isNull();
        assertThat(signIns.findByToken("refresh-" + KEPT, null)).isNotNull();
    }

    @Test
    void whoeverRenewsStaysAndTheTokenBeforeIsNoneAnyMore() {
        signIns.save(signIn(0, "first"));
        for (int number = 1; number < KEPT; number++) {
            signIns.save(signIn(number, "refresh-" + number));
        }
        signIns.save(signIn(0, "second"));
        signIns.save(signIn(KEPT, "refresh-" + KEPT));

        assertThat(signIns.findByToken("first", OAuth2TokenType.REFRESH_TOKEN)).isNull();
        assertThat(signIns.findByToken("second", OAuth2TokenType.REFRESH_TOKEN)).isNotNull();
        assertThat(signIns.findByToken("refresh-1", OAuth2TokenType.REFRESH_TOKEN))
                .isNull();
    }

    @Test
    void findsATokenOnlyAsWhatItIs() {
        OAuth2Authorization signIn = signIn(1, "refresh");
        signIns.save(signIn);

        assertThat(signIns.findByToken("code-1", new OAuth2TokenType("code"))).isEqualTo(signIn);
        assertThat(signIns.findByToken("code-1", OAuth2TokenType.REFRESH_TOKEN)).isNull();
        signIns.remove(signIn);
        assertThat(signIns.findByToken("code-1", null)).isNull();
        assertThat(signIns.findById("id-1")).isNull();
    }

    private OAuth2Authorization signIn(int number, String refreshToken) {
        return OAuth2Authorization.withRegisteredClient(client)
                .id("id-" + number)
                .principalName("student")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .token(new OAuth2AuthorizationCode("code-" + number, NOW, NOW.plusSeconds(300)))
                .refreshToken(new OAuth2RefreshToken(refreshToken, NOW, NOW.plusSeconds(300)))
                .build();
    }
}
