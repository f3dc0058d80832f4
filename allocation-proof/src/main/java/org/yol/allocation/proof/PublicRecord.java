package org.yol.allocation.proof;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The two files of a selection, from a disk or from the address of its public record.
 *
 * @param input bytes of the input
 * @param result bytes of the result
 */
record PublicRecord(byte[] input, byte[] result) {

    /** A million applicants with ten choices each take about this much. */
    static final int LONGEST = 1 << 30;

    /** @throws UnreadableRecord where a file cannot be read */
    static PublicRecord at(Path input, Path result) {
        return new PublicRecord(read(input), read(result));
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new UnreadableRecord(file + " is longer than " + LONGEST + " bytes");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnreadableRecord(file + " cannot be read: " + reason(e), e);
        }
    }

    /**
     * Fetches {@code <address>/input} and {@code <address>/result}.
     *
     * @throws UnreadableRecord where they do not come, or not in time
     */
    static PublicRecord at(URI address, Web web) {
        return new PublicRecord(web.get(address + "/input", LONGEST), web.get(address + "/result", LONGEST));
    }

    static String reason(Throwable cause) {
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ", " + cause.getMessage());
    }
}
