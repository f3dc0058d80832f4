package org.yol.transparency;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * A signature line of a note. Says nothing before {@link SignedNote#verifiedBy} checked it.
 *
 * @param name of the key
 * @param keyId of the key
 * @param signature for cosignatures with their instant ahead
 */
public record NoteSignature(String name, int keyId, byte[] signature) {

    private static final String START = "— ";

    public NoteSignature {
        KeyText.requireName(name);
        if (signature.length == 0) {
            throw new IllegalArgumentException("The signature of " + name + " is empty");
        }
        signature = signature.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    /** The line in the note, without its new line. */
    public String line() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return START + name + " " + Base64Text.encode(bytes);
    }

    /**
     * Reads a line, without its new line.
     *
     * @throws IllegalArgumentException when it has not the form
     */
    public static NoteSignature parse(String line) {
        String[] parts = line.startsWith(START) ? line.substring(START.length()).split(" ", -1) : new String[0];
        if (parts.length != 2) {
            throw new IllegalArgumentException("A signature line has the form: — name base64");
        }
        byte[] bytes = Base64Text.decode(parts[1]);
        if (bytes.length <= Integer.BYTES) {
            throw new IllegalArgumentException("A signature line has more than the 4 bytes of the key's id");
        }
        return new NoteSignature(
                parts[0], ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    /**
     * When a witness signed, to the second.
     *
     * @throws IllegalStateException when this cannot be a cosignature
     */
    public Instant at() {
        if (signature.length != Algorithm.COSIGNATURE.signatureBytes()) {
            throw new IllegalStateException("The signature of " + name + " is no cosignature");
        }
        long seconds = ByteBuffer.wrap(signature).getLong();
        if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
            throw new IllegalStateException("The signature of " + name + " is of no time");
        }
        return Instant.ofEpochSecond(seconds);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that
                && name.equals(that.name)
                && keyId == that.keyId
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return line();
    }
}
