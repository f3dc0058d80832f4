package org.yol.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yol.gateway.support.Browser;
import org.yol.gateway.support.GatewayTest;
import org.yol.gateway.support.Neighbours;

@GatewayTest
@TestPropertySource(properties = {"yol.rates.wrong-token.requests=20", "yol.rates.wrong-token.period=1h"})
class WrongTokensIT {

    @Test
    void floodOfTokensWithMadeUpKeysAsksTheProviderForItsKeysOnceOrTwiceAndIsThenRefusedUnseen(
            @LocalServerPort int port) throws Exception {
        var client = Browser.at(port);
        var signer = new RSASSASigner(new RSAKeyGenerator(2048).generate());
        var right = "Bearer " + Neighbours.ISSUER.accessToken("nurlan");
        assertThat(call(client, right)).isEqualTo(200);
        var asked = Neighbours.ISSUER.keysAskedFor();
        for (int number = 0; number < 20; number++) {
            assertThat(call(client, madeUp(signer))).isEqualTo(401);
        }
        assertThat(call(client, madeUp(signer))).isEqualTo(429);
        assertThat(call(client, "Bearer no-token-at-all")).isEqualTo(429);
        assertThat(Neighbours.ISSUER.keysAskedFor() - asked).isBetween(1, 2);
        // Who was known before comes from the same address, and goes on.
        assertThat(call(client, right)).isEqualTo(200);
        assertThat(client.get("/api/programs").statusCode()).isEqualTo(200);
    }

    private static int call(Browser client, String token) {
        return client.get("/api/applications", "Authorization", token).statusCode();
    }

    private static String madeUp(RSASSASigner signer) throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(UUID.randomUUID().toString())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(Neighbours.ISSUER.uri())
                        .subject("nurlan")
                        .build());
        token.sign(signer);
        return "Bearer " + token.serialize();
    }
}
