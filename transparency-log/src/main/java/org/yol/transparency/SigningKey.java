package org.yol.transparency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;

/**
 * A private key that signs notes, in the text form of Go's {@code note} package: {@code PRIVATE+KEY+name+id+base64}.
 */
public final class SigningKey {

    private static final String PREFIX = "PRIVATE+KEY+";

    private final byte[] seed;
    private final VerifierKey verifierKey;

    private SigningKey(String name, Algorithm algorithm, byte[] seed) {
        this.seed = seed;
        this.verifierKey = new VerifierKey(name, algorithm, Ed25519.publicKey(seed));
    }

    /** A new key. */
    public static SigningKey generate(String name, Algorithm algorithm) {
        byte[] seed = new byte[Ed25519.KEY_BYTES];
        new SecureRandom().nextBytes(seed);
        return new SigningKey(name, algorithm, seed);
    }

    /** @throws IllegalArgumentException when the text is no key, or its id is not that of its name and key */
    public static SigningKey parse(String text) {
        String[] parts = text.split("\\+", 5);
        if (parts.length != 5 || !text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("A signing key has the form PRIVATE+KEY+name+id+base64");
        }
        byte[] key = KeyText.parseKey(parts[4]);
        var parsed = new SigningKey(parts[2], Algorithm.of(key[0]), Arrays.copyOfRange(key, 1, key.length));
        if (parsed.verifierKey.keyId() != KeyText.parseId(parts[3])) {
            throw new IllegalArgumentException("The signing key's id is not that of its name and key");
        }
        return parsed;
    }

    /** The text form, which is a secret. */
    public String encode() {
        return PREFIX + KeyText.encode(verifierKey.name(), verifierKey.keyId(), verifierKey.algorithm(), seed);
    }

    /** The public key. */
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /**
     * Signs the text of a note.
     *
     * @throws IllegalStateException when the key is one for cosignatures
     */
    public NoteSignature sign(String noteText) {
        require(Algorithm.ED25519);
        return signature(Ed25519.sign(seed, noteText.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Signs a message itself rather than a note.
     *
     * @return 64 bytes
     * @throws IllegalStateException when the key is one for cosignatures
     */
    public byte[] sign(byte[] message) {
        require(Algorithm.ED25519);
        return Ed25519.sign(seed, message);
    }

    /**
     * Signs a checkpoint as a witness: that at this instant it is the largest tree of this log which the witness has
     * seen grow with nothing changed (c2sp.org/tlog-cosignature).
     *
     * @param at from 1970 on; seconds count
     * @throws IllegalStateException unless the key is one for cosignatures
     */
    public NoteSignature cosign(String noteText, Instant at) {
        require(Algorithm.COSIGNATURE);
        long seconds = at.getEpochSecond();
        if (seconds < 0) {
            throw new IllegalArgumentException("Nothing is cosigned before 1970: " + at);
        }
        byte[] signed = Ed25519.sign(seed, cosigned(noteText, seconds));
        return signature(ByteBuffer.allocate(Long.BYTES + signed.length)
                .putLong(seconds)
                .put(signed)
                .array());
    }

    /** What a witness's signature is over. */
    static byte[] cosigned(String noteText, long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + noteText).getBytes(StandardCharsets.UTF_8);
    }

    private NoteSignature signature(byte[] signature) {
        return new NoteSignature(verifierKey.name(), verifierKey.keyId(), signature);
    }

    private void require(Algorithm algorithm) {
        if (verifierKey.algorithm() != algorithm) {
            throw new IllegalStateException("The key " + verifierKey + " is not of " + algorithm);
        }
    }

    /** Of the public key: the private one is in no log file. */
    @Override
    public String toString() {
        return "signing key of " + verifierKey;
    }
}
