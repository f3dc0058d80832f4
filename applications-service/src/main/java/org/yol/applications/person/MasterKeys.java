package org.yol.applications.person;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.daead.AesSivKey;
import com.google.crypto.tink.daead.AesSivParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import com.google.crypto.tink.subtle.Hkdf;
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
    private static final int DERIVED_BYTES = 64;

    private MasterKeys() {}

    /**
     * What locks with the keys of the file.
     *
     * @param path null or empty when none is named
     * @throws IllegalStateException when there is no key in it, or something else; says what to do, and no key
     */
    static Aead read(String path) {
        return read(path, Aead.class, MasterKeys::key);
    }

    /**
     * What makes the same of the same, by keys that are derived from those.
     *
     * @param path as for {@link #read(String)}
     * @param use what it is for: what is made for one use opens for no other
     */
    static DeterministicAead naming(String path, String use) {
        return read(path, DeterministicAead.class, (bytes, id) -> derived(bytes, use, id));
    }

    /** Makes of 32 bytes a key with a number. */
    @FunctionalInterface
    private interface Making {

        Key of(byte[] bytes, int id) throws GeneralSecurityException;
    }

    private static <P> P read(String path, Class<P> use, Making making) {
        if (path == null || path.isBlank() || !Files.isReadable(Path.of(path))) {
            throw new IllegalStateException("There is no file with the master keys of people's data that can be read: "
                    + (path == null || path.isBlank() ? "none is named" : path)
                    + ". Name it by PERSON_MASTER_KEYS (yol.person.master-keys). One is made by `openssl rand -base64"
                    + " 32`; whoever loses it loses all files of all people.");
        }
        try (Stream<String> lines = Files.lines(Path.of(path), StandardCharsets.US_ASCII)) {
            List<String> keys = lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            return of(keys, making).getPrimitive(RegistryConfiguration.get(), use);
        } catch (IOException | UncheckedIOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            // Not the cause: its words may be of the key.
            throw new IllegalStateException("The file of PERSON_MASTER_KEYS (" + path
                    + ") must have a key in each line: 32 bytes in Base64, as `openssl rand -base64 32` makes them.");
        }
    }

    private static KeysetHandle of(List<String> lines, Making making) throws GeneralSecurityException {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("no key");
        }
        AeadConfig.register();
        DeterministicAeadConfig.register();
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
                    KeysetHandle.importKey(making.of(bytes, id)).withFixedId(id);
            keys.addEntry(ids.size() == 1 ? entry.makePrimary() : entry);
        }
        return keys.build();
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

    private static AesSivKey derived(byte[] bytes, String use, int id) throws GeneralSecurityException {
        byte[] derived =
                Hkdf.computeHkdf("HMACSHA256", bytes, null, use.getBytes(StandardCharsets.UTF_8), DERIVED_BYTES);
        return AesSivKey.builder()
                .setParameters(AesSivParameters.builder()
                        .setKeySizeBytes(DERIVED_BYTES)
                        .setVariant(AesSivParameters.Variant.TINK)
                        .build())
                .setKeyBytes(SecretBytes.copyFrom(derived, InsecureSecretKeyAccess.get()))
                .setIdRequirement(id)
                .build();
    }
}
