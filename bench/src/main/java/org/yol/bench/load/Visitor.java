package org.yol.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Somebody who comes, and how they show who they are.
 *
 * @param account who it is; empty for whoever is not signed in
 * @param application the application they are concerned with, or whatever else {@code {application}} is to stand for in
 *     what they ask for; may be empty
 * @param header the header that says who they are, such as {@code Authorization} or {@code Cookie}
 * @param credential its value
 */
public record Visitor(String account, String application, String header, String credential) {

    private static final String SEPARATOR = "\t";

    /** Somebody with a bearer token. */
    public static Visitor bearer(String account, String application, String authorization) {
        return new Visitor(account, application, "Authorization", authorization);
    }

    /** Somebody who is not signed in. */
    public static Visitor anonymous() {
        return new Visitor("", "", "Accept-Language", "en");
    }

    /**
     * Somebody who is not signed in and looks for something of their own.
     *
     * @param question the end of the address, in place of {@code {application}}
     */
    public static Visitor asking(String question) {
        return new Visitor("", question, "Accept-Language", "en");
    }

    static void write(Path file, List<Visitor> visitors) {
        try {
            Files.write(
                    file,
                    visitors.stream()
                            .map(visitor -> String.join(
                                    SEPARATOR,
                                    visitor.account,
                                    visitor.application,
                                    visitor.header,
                                    visitor.credential))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Visitor> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split(SEPARATOR, -1))
                    .map(part -> new Visitor(part[0], part[1], part[2], part[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
