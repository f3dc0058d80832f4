package org.yol.applications.selection;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yol.platform.digest.Sha256;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.FinalDocuments;

/** The files of all runs, by their digests: whoever reads one learns whether it is still what was written. */
@Component
class SelectionFiles {

    /** Below what one document may have, which is 16 MB. */
    private static final int EACH = 4_000_000;

    private final FinalDocuments<FilePart> parts;

    SelectionFiles(AggregateCollections collections) {
        this.parts = collections.openFinal("selection-files", FilePart.class, List.of());
    }

    /** Keeps a file, once. The digest names it. */
    String keep(byte[] bytes) {
        String sha256 = Sha256.hex(bytes);
        for (int part = 0; part * EACH < bytes.length; part++) {
            parts.keep(new FilePart(
                    sha256 + "/" + part,
                    Arrays.copyOfRange(bytes, part * EACH, Math.min(bytes.length, (part + 1) * EACH))));
        }
        return sha256;
    }

    /** The bytes that are stored now; whether they are still those of the digest is for the reader to see. */
    byte[] read(String sha256, int length) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(length);
        for (int part = 0; part * EACH < length; part++) {
            Optional<FilePart> found = parts.find(sha256 + "/" + part);
            found.ifPresent(stored -> whole.writeBytes(stored.bytes()));
        }
        return whole.toByteArray();
    }
}
