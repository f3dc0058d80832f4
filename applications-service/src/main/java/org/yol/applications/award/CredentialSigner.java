package org.yol.applications.award;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yol.applications.canonical.CanonicalJson;
import org.yol.applications.submission.ReceiptKeys;
import org.yol.applications.submission.ReceiptProperties;

/**
 * Signs credentials as W3C VC-JOSE-COSE says (a JWT of type {@code vc+jwt}, EdDSA with Ed25519), with the keys that
 * sign receipts: no receipt can be taken for a credential, since each says its type in what is signed.
 */
@Component
class CredentialSigner {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final ReceiptKeys keys;
    private final AwardAddresses addresses;
    private final String header;

    CredentialSigner(ReceiptProperties properties, AwardAddresses addresses) {
        this.keys = ReceiptKeys.read(properties.keys());
        this.addresses = addresses;
        this.header = encoded(Map.of("alg", "EdDSA", "kid", method(keys.signingKeyId()), "typ", "vc+jwt"));
    }

    /** The credential, signed and compact. */
    String sign(Map<String, Object> says) {
        String text = header + "." + encoded(says);
        return text + "." + BASE64.encodeToString(keys.sign(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Who signs, and with which keys (W3C Controlled Identifiers 1.0): today's and earlier ones. */
    Map<String, Object> controller() {
        List<Map<String, Object>> methods = new ArrayList<>();
        for (JWK key : published()) {
            methods.add(Map.of(
                    "id",
                    method(key.getKeyID()),
                    "type",
                    "JsonWebKey",
                    "controller",
                    addresses.issuer(),
                    "publicKeyJwk",
                    key.toJSONObject()));
        }
        return Map.of(
                "@context",
                List.of("https://www.w3.org/ns/cid/v1"),
                "id",
                addresses.issuer(),
                "verificationMethod",
                methods,
                "assertionMethod",
                methods.stream().map(method -> method.get("id")).toList());
    }

    private List<JWK> published() {
        try {
            return JWKSet.parse(keys.published()).getKeys();
        } catch (ParseException impossible) {
            throw new IllegalStateException("They were written here", impossible);
        }
    }

    private String method(String keyId) {
        return addresses.issuer() + "#" + keyId;
    }

    private static String encoded(Map<String, Object> says) {
        return BASE64.encodeToString(CanonicalJson.of(says).getBytes(StandardCharsets.UTF_8));
    }
}
