package org.yol.applications.person;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yol.platform.digest.Sha256;

/**
 * The keys that lock people's keys: a file with one in each line, 32 random bytes in Base64 ({@code openssl rand
 * -base64 32}). The first locks; the others, of earlier times, only open. It is read once, at the start.
 */
final class MasterKeys {

    private static final int BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private MasterKeys() {}

    /**
     * Reads the file.
     *
     * @param path null or empty when none is named
     * @throws IllegalStateException when there is no key in it, or something else; says what to do, and no key
     */
    static Aead read(String path) {
        if (path == null || path.isBlank() || !Files.isReadable(Path.of(path))) {
            throw new IllegalStateException("There is no file with the master keys of people's data that can be read: "
                    + (path == null || path.isBlank() ? "none is named" : path)
                    + ". Name it by PERSON_MASTER_KEYS (yol.person.master-keys). One is made by `openssl rand -base64"
                    + " 32`; whoever loses it loses all files of all people.");
        }
        try (Stream<String> lines = Files.lines(Path.of(path), StandardCharsets.US_ASCII)) {
            return of(lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        } catch (IOException | UncheckedIOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            // Not the cause: its words may be of the key.
            throw new IllegalStateException("The file of PERSON_MASTER_KEYS (" + path
                    + ") must have a key in each line: 32 bytes in Base64, as `openssl rand -base64 32` makes them.");
        }
    }

    private static Aead of(List<String> lines) throws GeneralSecurityException {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("no key");
        }
        AeadConfig.register();
        Set<Integer> ids = new LinkedHashSet<>();
        KeysetHandle.Builder keys = KeysetHandle.newBuilder();
        for (String line : lines) {
            byte[] bytes = Base64.getUrlDecoder().decode(line.replace('+', '-').replace('/', '_'));
            // The same key has the same number wherever it stands, so that it is found again.
            int id = ByteBuffer.wrap(Sha256.digest().digest(bytes)).getInt();
            if (bytes.length != BYTES || !ids.add(id)) {
                throw new IllegalArgumentException("no key of 32 bytes, or one that is there twice");
            }
            KeysetHandle.Builder.Entry entry =
                    KeysetHandle.importKey(key(bytes, id)).withFixedId(id);
            keys.addEntry(ids.size() == 1 ? entry.makePrimary() : entry);
        }
        return keys.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static AesGcmKey key(byte[] bytes, int id) throws GeneralSecurityException {
        return AesGcmKey.builder()
                .setParameters(AesGcmParameters.builder()
                        .setKeySizeBytes(BYTES)
                        .setIvSizeBytes(IV_BYTES)
                        .setTagSizeBytes(TAG_BYTES)
                        .setVariant(AesGcmParameters.Variant.TINK)
                        .build())
                .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                .setIdRequirement(id)
                .build();
    }
}
