package org.yol.applications.submission;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The Ed25519 keys of the receipts: a file with a JSON Web Key Set (RFC 7517, 8037). The first key in it signs and has
 * its private part {@code d}; the others are of earlier times, need none, and stay published, so that what they signed
 * is verified for ever. It is read once, at the start. Certificates are signed with them too: what is signed says by
 * its type which it is.
 */
public final class ReceiptKeys {

    private static final String ED25519 = "Ed25519";

    /** What stands before the 32 bytes of a public key in its X.509 form (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final List<OctetKeyPair> keys;
    private final PrivateKey signing;

    private ReceiptKeys(List<OctetKeyPair> keys) throws GeneralSecurityException {
        this.keys = keys;
        this.signing = KeyFactory.getInstance(ED25519)
                .generatePrivate(new EdECPrivateKeySpec(
                        NamedParameterSpec.ED25519, keys.getFirst().getD().decode()));
    }

    /**
     * Reads the file.
     *
     * @param path null or empty when none is named
     * @throws IllegalStateException when there are no such keys in it; says what to do, and no key
     */
    public static ReceiptKeys read(String path) {
        if (path == null || path.isBlank()) {
            throw new IllegalStateException("No file with the keys of receipts is named. Name it by RECEIPT_KEYS"
                    + " (yol.receipts.keys); docs/operations.md says how one is made.");
        }
        try {
            List<OctetKeyPair> keys = new ArrayList<>();
            for (JWK key : JWKSet.load(new File(path)).getKeys()) {
                OctetKeyPair pair = key.toOctetKeyPair();
                keys.add(new OctetKeyPair.Builder(pair)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.EdDSA)
                        .keyID(
                                pair.getKeyID() == null
                                        ? pair.computeThumbprint().toString()
                                        : pair.getKeyID())
                        .build());
            }
            if (keys.isEmpty()
                    || !keys.getFirst().isPrivate()
                    || keys.stream().anyMatch(key -> !key.getCurve().equals(Curve.Ed25519))) {
                throw new IllegalArgumentException("the first key does not sign");
            }
            ReceiptKeys read = new ReceiptKeys(keys);
            byte[] anything = path.getBytes(StandardCharsets.UTF_8);
            if (!read.verify(read.signingKeyId(), anything, read.sign(anything))) {
                throw new IllegalArgumentException("the parts of the first key do not belong together");
            }
            return read;
        } catch (IOException
                | ParseException
                | JOSEException
                | GeneralSecurityException
                | ClassCastException
                | IllegalArgumentException unreadable) {
            // Not the cause: its words may be of the key.
            throw new IllegalStateException("The file of RECEIPT_KEYS (" + path
                    + ") must be a JSON Web Key Set of Ed25519 keys that can be read, the first with its private part d;"
                    + " docs/operations.md says how one is made.");
        }
    }

    /** Id of the key that signs. */
    public String signingKeyId() {
        return keys.getFirst().getKeyID();
    }

    /** Signs with the first key. */
    public byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ED25519);
            signature.initSign(signing);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has Ed25519", impossible);
        }
    }

    /** Whether a key of that id is published. */
    boolean knows(String keyId) {
        return find(keyId).isPresent();
    }

    /** Whether the key of that id has signed these bytes. */
    boolean verify(String keyId, byte[] bytes, byte[] signed) {
        return find(keyId).filter(key -> verify(key, bytes, signed)).isPresent();
    }

    private static boolean verify(OctetKeyPair key, byte[] bytes, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ED25519);
            signature.initVerify(publicKey(key));
            signature.update(bytes);
            return signature.verify(signed);
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }

    private static PublicKey publicKey(OctetKeyPair key) throws GeneralSecurityException {
        byte[] x = key.getX().decode();
        byte[] encoded = new byte[X509.length + x.length];
        System.arraycopy(X509, 0, encoded, 0, X509.length);
        System.arraycopy(x, 0, encoded, X509.length, x.length);
        return KeyFactory.getInstance(ED25519).generatePublic(new X509EncodedKeySpec(encoded));
    }

    private Optional<OctetKeyPair> find(String keyId) {
        return keys.stream().filter(key -> key.getKeyID().equals(keyId)).findFirst();
    }

    /** All keys without their private parts, as JSON. */
    public String published() {
        return new JWKSet(List.copyOf(keys)).toString(true);
    }
}
