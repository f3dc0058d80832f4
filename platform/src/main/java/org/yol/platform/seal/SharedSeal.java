package org.yol.platform.seal;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.KeyLengthException;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import java.util.Base64;

/**
 * Seals what goes through a topic or lies in a document and is for one other service: a JWE (RFC 7516, {@code dir},
 * {@code A256GCM}) with a key that both have. What was changed on the way does not open.
 */
public final class SharedSeal {

    private static final JWEHeader HEADER = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);

    private final DirectEncrypter encrypter;
    private final DirectDecrypter decrypter;

    /**
     * @param key 32 bytes in base64url
     * @throws IllegalArgumentException for anything else
     */
    public SharedSeal(String key) {
        byte[] bytes = Base64.getUrlDecoder().decode(key);
        try {
            this.encrypter = new DirectEncrypter(bytes);
            this.decrypter = new DirectDecrypter(bytes);
        } catch (KeyLengthException wrong) {
            throw new IllegalArgumentException("The key has to be 32 bytes in base64url", wrong);
        }
        if (bytes.length != 32) {
            throw new IllegalArgumentException("The key has to be 32 bytes in base64url");
        }
    }

    /** The text, for whoever has the key. */
    public String seal(String text) {
        JWEObject sealed = new JWEObject(HEADER, new Payload(text));
        try {
            sealed.encrypt(encrypter);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("The key fits and every Java platform has AES-GCM", impossible);
        }
        return sealed.serialize();
    }

    /**
     * What was sealed.
     *
     * @throws IllegalArgumentException when it was sealed with another key, or is none of ours
     */
    public String open(String sealed) {
        try {
            JWEObject opened = JWEObject.parse(sealed);
            opened.decrypt(decrypter);
            return opened.getPayload().toString();
        } catch (ParseException | JOSEException foreign) {
            throw new IllegalArgumentException("Sealed with another key, or not at all", foreign);
        }
    }
}
