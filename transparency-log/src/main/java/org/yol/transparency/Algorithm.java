package org.yol.transparency;

/** What a key signs (c2sp.org/signed-note, signature types). */
public enum Algorithm {
    /** The text of a note, with Ed25519. */
    ED25519(1, 64),
    /** A checkpoint at an instant, as a witness does, with Ed25519 (c2sp.org/tlog-cosignature). */
    COSIGNATURE(4, 72);

    private final int identifier;
    private final int signatureBytes;

    Algorithm(int identifier, int signatureBytes) {
        this.identifier = identifier;
        this.signatureBytes = signatureBytes;
    }

    /** The byte ahead of keys in their text form. */
    byte identifier() {
        return (byte) identifier;
    }

    int signatureBytes() {
        return signatureBytes;
    }

    /** @throws IllegalArgumentException when it is none of these */
    static Algorithm of(byte identifier) {
        for (var algorithm : values()) {
            if (algorithm.identifier() == identifier) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("The key's algorithm is neither Ed25519 (1) nor that of cosignatures (4)");
    }
}
