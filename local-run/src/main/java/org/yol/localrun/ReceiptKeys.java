package org.yol.localrun;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import org.yol.localrun.identity.SecretFile;

/** The key that signs receipts. Kept, so that what was signed before a restart is verified after it. */
final class ReceiptKeys {

    private static final int BYTES = 32;

    private ReceiptKeys() {}

    /** The file with the key, made the first time. */
    static Path in(Path folder) {
        Path file = folder.resolve("keys.json");
        SecretFile.readOrCreate(file, ReceiptKeys::generate);
        return file;
    }

    private static String generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] x = Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length);
            byte[] d = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            OctetKeyPair key = new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x))
                    .d(Base64URL.encode(d))
                    .build();
            return new JWKSet(key).toString(false);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK can't make Ed25519 keys.", e);
        }
    }
}
