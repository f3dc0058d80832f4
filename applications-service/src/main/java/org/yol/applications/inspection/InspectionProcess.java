package org.yol.applications.inspection;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The process in which files are looked at, one after the other: type, length and bytes come in, a {@link Finding} goes
 * out. It has no secrets, no network to talk to, and little memory; whoever started it ends it when it takes too long.
 */
final class InspectionProcess {

    private InspectionProcess() {}

    public static void main(String[] none) throws IOException {
        // What libraries print must not get between the findings.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        while (true) {
            String type;
            try {
                type = in.readUTF();
            } catch (EOFException nobodyAsks) {
                return;
            }
            byte[] file = new byte[in.readInt()];
            in.readFully(file);
            Inspection.of(type, file).writeTo(out);
        }
    }
}
