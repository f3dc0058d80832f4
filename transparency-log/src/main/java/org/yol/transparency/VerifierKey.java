package org.yol.transparency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A public key that signs notes, in the text form {@code name+id+base64} of c2sp.org/signed-note.
 *
 * @param name of who signs: for a log its origin
 * @param publicKey 32 bytes of Ed25519
 */
public record VerifierKey(String name, Algorithm algorithm, byte[] publicKey) {

    public VerifierKey {
        KeyText.requireName(name);
        if (publicKey.length != Ed25519.KEY_BYTES) {
            throw new IllegalArgumentException("An Ed25519 key has 32 bytes, not " + publicKey.length);
        }
        Ed25519.requireKey(publicKey);
        publicKey = publicKey.clone();
    }

    /** @throws IllegalArgumentException when the text is no key, or its id is not that of its name and key */
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A verifier key has the form name+id+base64");
        }
        byte[] key = KeyText.parseKey(parts[2]);
        var parsed = new VerifierKey(parts[0], Algorithm.of(key[0]), Arrays.copyOfRange(key, 1, key.length));
        if (parsed.keyId() != KeyText.parseId(parts[1])) {
            throw new IllegalArgumentException("The key's id is " + KeyText.hex(parsed.keyId()) + ", not " + parts[1]);
        }
        return parsed;
    }

    /** The text form. */
    public String encode() {
        return KeyText.encode(name, keyId(), algorithm, publicKey);
    }

    /** What signature lines name the key by, beside its name. */
    public int keyId() {
        return KeyText.id(name, algorithm, publicKey);
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** Whether a signature says to be of this key. */
    boolean isNamedBy(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == keyId();
    }

    /** Whether a signature of this key is right. */
    boolean isSigned(String noteText, NoteSignature signature) {
        byte[] bytes = signature.signature();
        if (bytes.length != algorithm.signatureBytes()) {
            return false;
        }
        return switch (algorithm) {
            case ED25519 -> isSigned(noteText.getBytes(StandardCharsets.UTF_8), bytes);
            case COSIGNATURE -> {
                long seconds = ByteBuffer.wrap(bytes).getLong();
                yield seconds >= 0
                        && isSigned(
                                SigningKey.cosigned(noteText, seconds),
                                Arrays.copyOfRange(bytes, Long.BYTES, bytes.length));
            }
        };
    }

    /**
     * Whether the key signed a message itself rather than a note. Only for keys of {@link Algorithm#ED25519}.
     *
     * @param signature 64 bytes; any others are a wrong signature
     */
    public boolean isSigned(byte[] message, byte[] signature) {
        return Ed25519.isSigned(publicKey, message, signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key
                && name.equals(key.name)
                && algorithm == key.algorithm
                && Arrays.equals(publicKey, key.publicKey);
    }

    @Override
    public int hashCode() {
        return keyId();
    }

    @Override
    public String toString() {
        return encode();
    }
}
