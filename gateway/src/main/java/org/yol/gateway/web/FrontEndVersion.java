package org.yol.gateway.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Names the front end's own files by the content of all of them. The front page asks for its script and its styles
 * below this name, the script asks for all others beside itself, and browsers keep what they got: a later visit asks
 * for one page instead of sixty files. What belongs together always comes together.
 */
@Component
class FrontEndVersion {

    /** How the front end's own files name the version they belong to. */
    static final String NOW = "/v/now/";

    private static final String FOLDER = "/static/";
    private static final int LETTERS = 16;

    private final String path;

    FrontEndVersion(@Value("classpath:/static/**/*.*") Resource[] files, ContractWords words) throws IOException {
        this.path = "/v/" + digest(files, words).substring(0, LETTERS) + "/";
    }

    /** Below which the files of this version are, with a slash at the end. */
    String path() {
        return path;
    }

    private static String digest(Resource[] files, ContractWords words) throws IOException {
        try (var digest =
                new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            for (var file : sorted(files)) {
                digest.write(name(file).getBytes(StandardCharsets.UTF_8));
                digest.write(file.getContentAsByteArray());
            }
            digest.write(words.script());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static List<Resource> sorted(Resource[] files) {
        return Stream.of(files)
                .sorted(Comparator.comparing(FrontEndVersion::name))
                .toList();
    }

    /** Without the place where it is installed: all replicas name the same files the same. */
    private static String name(Resource file) {
        try {
            var address = file.getURL().toString();
            return address.substring(address.lastIndexOf(FOLDER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
