package org.yol.applications.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.tika.Tika;
import org.bson.types.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yol.applications.application.AllowedTypes;
import org.yol.applications.application.ApplicationProblem;
import org.yol.applications.application.FileRelease;
import org.yol.applications.application.Student;
import org.yol.applications.inspection.Inspections;
import org.yol.applications.pace.Pace;
import org.yol.applications.person.PersonKeys;
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
public class Files implements FileRelease {

    private static final Logger LOG = LoggerFactory.getLogger(Files.class);

    /** As much as the detection of types looks at. */
    static final int BEGINNING = 64 * 1024;

    private static final String FIELD = "/file";

    private static final int BYTES_IN_A_MEGABYTE = 1024 * 1024;

    private final PersonalParts<FileStore> stores;
    private final Inspections inspections;
    private final VirusScanner scanner;
    private final FileProperties properties;
    private final Pace pace;
    private final Clock clock;
    private final Tika detector = new Tika();

    Files(
            PersonalDatabases databases,
            PersonKeys keys,
            Inspections inspections,
            VirusScanner scanner,
            FileProperties properties,
            Pace pace,
            Clock clock) {
        this.stores = databases.each((database, collections) -> new FileStore(database, collections, keys));
        this.inspections = inspections;
        this.scanner = scanner;
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
     * Keeps bytes while they arrive, and looks at them when they are there. Whoever asked has half of
     * {@code keepUnnamed} and more to name the file.
     *
     * @param kind of document they are for
     * @param bytes read to their end, not closed; of what cannot be read nothing is kept
     * @throws Refused field-errors when there are none, or they can be read by nobody, or the kind takes no such file;
     *     unsupported-file-type unless they are those of a PDF, a JPEG or a PNG, whatever the file is called;
     *     service-unavailable when too many are to be looked at
     */
    StoredFile keep(Student owner, String kind, InputStream bytes) throws IOException {
        return keep(owner, kind, null, bytes);
    }

    /**
     * The same of bytes whose digest is known.
     *
     * @param sha256 null when it is not
     * @throws Refused field-errors as well when it is another
     */
    StoredFile keep(Student owner, String kind, String sha256, InputStream bytes) throws IOException {
        BufferedInputStream read = new BufferedInputStream(bytes, BEGINNING);
        String type = typeOf(read, kind);
        String folder = folder(owner);
        FileStore store = store(owner);
        Arrived arrived = arrive(folder, read);
        try (InputStream whole = store.open(arrived.upload(), folder, arrived.size())) {
            if (sha256 != null && !sha256.equals(arrived.sha256())) {
                throw Refused.because(List.of(FieldError.of(FIELD, "file.half")));
            }
            return inspections.inspect(type, Math.toIntExact(arrived.size()), whole, cleaned -> {
                Arrived taken = cleaned == null ? arrived : arrive(folder, new ByteArrayInputStream(cleaned));
                if (cleaned != null) {
                    store.discard(arrived.upload());
                }
                Instant scanned = scanned(folder, taken);
                StoredFile file = taken.as(folder, type, cleaned != null, scanned);
                store.name(file, taken.upload(), unlessNamed());
                if (scanned != null) {
                    // Of the same bytes that came before and were not.
                    store.scanned(file.id(), scanned, null);
                } else if (scanner.isThere()) {
                    store.scanLater(file.id(), clock.instant());
                }
                return file;
            });
        } catch (IOException | RuntimeException refused) {
            store.takeBack(arrived.upload(), refused);
            throw refused;
        }
    }

    /** @return when; null when nobody scans, or the scanner is away: then it is done later */
    private Instant scanned(String folder, Arrived arrived) {
        if (!scanner.isThere()) {
            return null;
        }
        Optional<String> virus;
        try (InputStream bytes = stores.of(folder).open(arrived.upload(), folder, arrived.size())) {
            virus = scanner.scan(bytes);
        } catch (IOException away) {
            LOG.warn("The virus scanner is away; a file is taken and scanned later", away);
            return null;
        }
        if (virus.isPresent()) {
            throw Refused.because(List.of(FieldError.of(FIELD, "file.infected", virus.get())));
        }
        return clock.instant();
    }

    /**
     * The type of a file by its beginning.
     *
     * @param read at its first byte, and there again afterwards
     * @throws Refused as {@link #keep} does by it
     */
    String typeOf(BufferedInputStream read, String kind) throws IOException {
        String type = typeOf(read);
        AllowedTypes.refuseMisplaced(type, kind);
        return type;
    }

    private String typeOf(BufferedInputStream read) throws IOException {
        read.mark(1);
        if (read.read() < 0) {
            throw Refused.because(List.of(FieldError.of(FIELD, "file.empty")));
        }
        read.reset();
        Optional<String> signed = Signature.typeOf(read);
        if (signed.isPresent()) {
            return signed.get();
        }
        String type = detector.detect(read);
        if (AllowedTypes.ALL.contains(type)) {
            throw Refused.because(List.of(FieldError.of(FIELD, "file.unreadable")));
        }
        throw new Refused(ApplicationProblem.UNSUPPORTED_FILE_TYPE, type);
    }

    /** Bytes that are there, and that no file names yet. */
    private record Arrived(Upload upload, String sha256, long size) {

        StoredFile as(String folder, String type, boolean locationRemoved, Instant scanned) {
            return new StoredFile(
                    StoredFile.id(folder, sha256),
                    folder,
                    sha256,
                    upload.content(),
                    type,
                    size,
                    true,
                    locationRemoved,
                    scanned,
                    null);
        }
    }

    private Arrived arrive(String folder, InputStream bytes) throws IOException {
        MessageDigest digest = Sha256.digest();
        Upload upload = Upload.of(folder, new ObjectId());
        long size = stores.of(folder).write(upload, folder, new DigestInputStream(bytes, digest), unlessNamed());
        return new Arrived(upload, HexFormat.of().formatHex(digest.digest()), size);
    }

    /** A student's file of that digest. */
    public Optional<StoredFile> find(Student owner, String sha256) {
        return store(owner).find(StoredFile.id(folder(owner), sha256));
    }

    /**
     * The bytes of a file, fetched piece by piece, and slowly while others write.
     *
     * @throws Refused not-found when they are gone; infected-file when a virus was found in them
     */
    public InputStream open(StoredFile file) {
        if (file.virus() != null) {
            throw new Refused(ApplicationProblem.INFECTED_FILE, file.virus());
        }
        return stores.of(file.id()).open(file, pace::bytes);
    }

    /**
     * Something is about to name a file no longer. Said before it does: if it then does not, the file is found to be
     * named and stays.
     */
    @Override
    public void release(Student owner, String sha256) {
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

    FileStore store(Student owner) {
        return stores.of(folder(owner));
    }

    /** Residence and account: the beginning of all ids of a student's files. */
    static String folder(Student owner) {
        return Residence.of(owner.country()).id(owner.id());
    }
}
