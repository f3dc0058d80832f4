package org.yol.applications.inspection;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What came of looking at a file.
 *
 * @param refusal key in the message files; empty when the file can be taken
 * @param limit argument of that message
 * @param cleaned the file to be taken instead, without the place it was made at; null when it says none
 */
record Finding(String refusal, int limit, byte[] cleaned) {

    private static final int NOTHING = -1;

    static Finding taken(byte[] cleaned) {
        return new Finding("", 0, cleaned);
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeUTF(refusal);
        out.writeInt(limit);
        out.writeInt(cleaned == null ? NOTHING : cleaned.length);
        if (cleaned != null) {
            out.write(cleaned);
        }
        out.flush();
    }

    static Finding readFrom(DataInputStream in) throws IOException {
        String refusal = in.readUTF();
        int limit = in.readInt();
        int length = in.readInt();
        byte[] cleaned = null;
        if (length != NOTHING) {
            cleaned = new byte[length];
            in.readFully(cleaned);
        }
        return new Finding(refusal, limit, cleaned);
    }
}
