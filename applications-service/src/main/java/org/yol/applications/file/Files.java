package org.yol.applications.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;
import org.bson.types.ObjectId;
import org.springframework.stereotype.Component;
import org.yol.applications.application.ApplicationProblem;
import org.yol.applications.application.Student;
import org.yol.applications.pace.Pace;
import org.yol.applications.person.PersonalDatabases;
import org.yol.applications.person.PersonalParts;
import org.yol.applications.person.Residence;
import org.yol.platform.digest.Sha256;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;

/**
 * All files, in the database of their student's country. Their bytes go through in pieces, never as a whole, and are
 * kept before the application that names them, so that none is ever missing. One that nothing names, or no longer, is
 * cleared away after a while ({@link Clearing}).
 */
@Component
class Files {

    /** As much as the detection of types looks at. */
    private static final int BEGINNING = 64 * 1024;

    private static final int BYTES_IN_A_MEGABYTE = 1024 * 1024;

    private static final Set<String> TYPES = Set.of("application/pdf", "image/jpeg", "image/png");

    private final PersonalParts<FileStore> stores;
    private final FileProperties properties;
    private final Pace pace;
    private final Clock clock;
    private final Tika detector = new Tika();

    Files(PersonalDatabases databases, FileProperties properties, Pace pace, Clock clock) {
        this.stores = databases.each(FileStore::new);
        this.properties = properties;
        this.pace = pace;
        this.clock = clock;
    }

    /**
     * Refuses more of somebody who has as much as anybody may have.
     *
     * @param coming bytes, as far as it is known
     * @throws Refused too-many-files
     */
    void refuseTooMuch(Student owner, long coming) {
        List<Long> sizes = store(owner).sizes(folder(owner));
        long kept = sizes.stream().mapToLong(Long::longValue).sum();
        if (sizes.size() >= properties.numberEach()
                || kept + coming > properties.bytesEach().toBytes()) {
            throw new Refused(
                    ApplicationProblem.TOO_MANY_FILES,
                    sizes.size(),
                    kept / BYTES_IN_A_MEGABYTE,
                    properties.numberEach(),
                    properties.bytesEach().toMegabytes());
        }
    }

    /**
     * Keeps bytes while they arrive. Whoever asked has half of {@code keepUnnamed} and more to name the file.
     *
     * @param bytes read to their end, not closed; of what cannot be read nothing is kept
     * @throws Refused field-errors when there are none; unsupported-file-type unless the bytes are those of a PDF, a
     *     JPEG or a PNG, whatever the file is called
     */
    StoredFile keep(Student owner, InputStream bytes) throws IOException {
        MessageDigest digest = Sha256.digest();
        BufferedInputStream read = new BufferedInputStream(new DigestInputStream(bytes, digest), BEGINNING);
        read.mark(1);
        if (read.read() < 0) {
            throw Refused.because(List.of(FieldError.of("/file", "file.empty")));
        }
        read.reset();
        String type = detector.detect(read);
        if (!TYPES.contains(type)) {
            throw new Refused(ApplicationProblem.UNSUPPORTED_FILE_TYPE, type);
        }
        String folder = folder(owner);
        Upload upload = Upload.of(folder, new ObjectId());
        long size = store(owner).write(upload, folder, read, unlessNamed());
        String sha256 = HexFormat.of().formatHex(digest.digest());
        StoredFile file = new StoredFile(StoredFile.id(folder, sha256), folder, sha256, upload.content(), type, size);
        store(owner).name(file, upload, unlessNamed());
        return file;
    }

    /** A student's file of that digest. */
    Optional<StoredFile> find(Student owner, String sha256) {
        return store(owner).find(StoredFile.id(folder(owner), sha256));
    }

    /**
     * The bytes of a file, fetched piece by piece, and slowly while others write.
     *
     * @throws Refused not-found when they are gone
     */
    InputStream open(StoredFile file) {
        return stores.of(file.id()).open(file, pace::bytes);
    }

    /**
     * Something is about to name a file no longer. Said before it does: if it then does not, the file is found to be
     * named and stays.
     */
    void release(Student owner, String sha256) {
        release(owner, sha256, unlessNamed());
    }

    /** @param look when to see whether anything else names it */
    void release(Student owner, String sha256, Instant look) {
        store(owner).look(StoredFile.id(folder(owner), sha256), look);
    }

    PersonalParts<FileStore> stores() {
        return stores;
    }

    private Instant unlessNamed() {
        return clock.instant().plus(properties.keepUnnamed());
    }

    private FileStore store(Student owner) {
        return stores.of(folder(owner));
    }

    private static String folder(Student owner) {
        return Residence.of(owner.country()).id(owner.id());
    }
}
