package org.yol.applications.person;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import org.yol.platform.document.FinalDocuments;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * A key for each person, with which their files are locked: made with the first of them, kept in the person's database,
 * locked itself with a master key that is not there. Whoever takes it away makes all files of the person unreadable, in
 * every copy of the database that is made from then on. It is read for each use and kept nowhere, so that it is gone at
 * once, for every process.
 */
@Component
public class PersonKeys {

    private final PersonalParts<FinalDocuments<PersonKey>> keys;
    private final Aead master;

    PersonKeys(PersonalDatabases databases, PersonProperties properties) throws GeneralSecurityException {
        this.master = MasterKeys.read(properties.masterKeys());
        StreamingAeadConfig.register();
        this.keys = databases.each((database, _) -> new FinalDocuments<>(database, "keys", PersonKey.class));
    }

    /**
     * A stream that locks what is written to it with the key of a person. What it wrote can be read when it was closed,
     * which closes the other as well.
     *
     * @param person residence and account
     * @param name of the thing that is locked: it opens by no other
     */
    public OutputStream locking(String person, String name, OutputStream locked) throws IOException {
        try {
            return keyOrNew(person).newEncryptingStream(locked, bytes(name));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("A file of " + person + " cannot be locked", broken);
        }
    }

    /**
     * A stream of what was locked.
     *
     * @throws Refused not-found when the person's key is gone
     */
    public InputStream opening(String person, String name, InputStream locked) throws IOException {
        PersonKey key = keys.of(person).find(person).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        try {
            return unlocked(key).newDecryptingStream(locked, bytes(name));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The key of " + person + " is of another master key", broken);
        }
    }

    /**
     * Takes the key of a person away: whatever was locked with it can never be read again. What was locked is to be
     * taken away as well, or the same bytes brought again would be taken for those that nobody can read.
     */
    public void destroy(String person) {
        keys.of(person).remove(person);
    }

    private StreamingAead keyOrNew(String person) throws GeneralSecurityException {
        FinalDocuments<PersonKey> kept = keys.of(person);
        PersonKey key = kept.find(person).orElse(null);
        if (key == null) {
            // Pieces of a megabyte each would take two for each file that comes or goes.
            KeysetHandle made = KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB);
            Binary locked = new Binary(TinkProtoKeysetFormat.serializeEncryptedKeyset(made, master, bytes(person)));
            // Another upload may have made one in the meantime: that one counts.
            kept.keep(new PersonKey(person, locked));
            key = kept.find(person).orElseThrow();
        }
        return unlocked(key);
    }

    private StreamingAead unlocked(PersonKey key) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(key.locked().getData(), master, bytes(key.id()))
                .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
