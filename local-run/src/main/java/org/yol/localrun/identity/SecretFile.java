package org.yol.localrun.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** A secret of this installation, in a file that only its owner can read. */
public final class SecretFile {

    private static final int BYTES = 32;

    private final String value;

    private SecretFile(String value) {
        this.value = value;
    }

    /** Reads a random secret, made and kept the first time. */
    public static SecretFile readOrCreate(Path file) {
        return readOrCreate(file, SecretFile::random);
    }

    /** Reads a secret, made by {@code first} and kept the first time. */
    public static SecretFile readOrCreate(Path file, Supplier<String> first) {
        try {
            if (!Files.exists(file)) {
                create(file, first.get());
            }
            return new SecretFile(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The secret in plain text. */
    public String value() {
        return value;
    }

    /** Compares without telling by its time how much was right. */
    boolean matches(String candidate) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
    }

    private static void create(Path file, String value) throws IOException {
        Files.createDirectories(file.getParent());
        Path incomplete = Files.createTempFile(
                file.getParent(),
                file.getFileName().toString(),
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(incomplete, value);
        Files.move(incomplete, file);
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
