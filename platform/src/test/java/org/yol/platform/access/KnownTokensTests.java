package org.yol.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.yol.platform.note.SetClock;

class KnownTokensTests {

    private final SetClock clock = new SetClock();
    private final AtomicInteger decoded = new AtomicInteger();

    private KnownTokens tokens(Duration lifetime) {
        Instant expires = clock.instant().plus(lifetime);
        return new KnownTokens(
                token -> {
                    decoded.incrementAndGet();
                    if (token.equals("wrong")) {
                        throw new BadJwtException("wrong");
                    }
                    return Jwt.withTokenValue(token)
                            .header("alg", "RS256")
                            .subject("aigerim")
                            .expiresAt(expires)
                            .build();
                },
                clock);
    }

    @Test
    void signatureOfATokenIsReckonedOnceAndOfAnotherTokenAnew() {
        var tokens = tokens(Duration.ofMinutes(30));
        assertThat(tokens.decode("one").getSubject()).isEqualTo("aigerim");
        tokens.decode("one");
        assertThat(decoded).hasValue(1);
        tokens.decode("two");
        assertThat(decoded).hasValue(2);
    }

    @Test
    void tokenIsForgottenWhenItExpiresAndAfterFiveMinutesAtTheLatest() {
        var brief = tokens(Duration.ofMinutes(1));
        brief.decode("one");
        clock.pass(Duration.ofSeconds(61));
        brief.decode("one");
        assertThat(decoded).hasValue(2);

        var longLived = tokens(Duration.ofHours(1));
        longLived.decode("one");
        clock.pass(Duration.ofMinutes(4));
        longLived.decode("one");
        assertThat(decoded).hasValue(3);
        clock.pass(Duration.ofMinutes(2));
        longLived.decode("one");
        assertThat(decoded).hasValue(4);
    }

    @Test
    void wrongTokenIsWrongEachTime() {
        var tokens = tokens(Duration.ofMinutes(30));
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> tokens.decode("wrong")).isInstanceOf(BadJwtException.class);
        }
        assertThat(decoded).hasValue(2);
    }
}
