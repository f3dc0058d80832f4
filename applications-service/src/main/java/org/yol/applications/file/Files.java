package org.yol.applications.file;

import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;
import org.bson.types.ObjectId;
import org.springframework.stereotype.Component;
import org.yol.applications.application.ApplicationProblem;
import org.yol.applications.application.Student;
import org.yol.applications.person.PersonalDatabases;
import org.yol.applications.person.Residence;
import org.yol.platform.digest.Sha256;
import org.yol.platform.document.FinalDocuments;
import org.yol.platform.problem.Refused;

/**
 * The bytes of all files, in the database of their student's country. They go through in pieces of {@value #PIECE}
 * bytes, never as a whole, and are written before the application that names them, so that none is ever missing.
 */
@Component
class Files {

    private static final int PIECE = 256 * 1024;

    private static final Set<String> TYPES = Set.of("application/pdf", "image/jpeg", "image/png");

    private final PersonalDatabases databases;
    private final Tika detector = new Tika();

    Files(PersonalDatabases databases) {
        this.databases = databases;
    }

    /**
     * Keeps the bytes.
     *
     * @param bytes read to their end, not closed
     * @param size how many
     * @throws Refused unsupported-file-type unless the bytes are those of a PDF, a JPEG or a PNG, whatever the file is
     *     called
     */
    StoredFile keep(Student owner, InputStream bytes, long size) throws IOException {
        MessageDigest digest = Sha256.digest();
        BufferedInputStream read = new BufferedInputStream(new DigestInputStream(bytes, digest), PIECE);
        String type = detector.detect(read);
        if (!TYPES.contains(type)) {
            throw new Refused(ApplicationProblem.UNSUPPORTED_FILE_TYPE, type);
        }
        String folder = folder(owner);
        ObjectId content =
                bucket(folder).uploadFromStream(folder, read, new GridFSUploadOptions().chunkSizeBytes(PIECE));
        String sha256 = HexFormat.of().formatHex(digest.digest());
        StoredFile file = new StoredFile(folder + "/" + sha256, sha256, content, type, size);
        if (!files(folder).keep(file)) {
            // The same bytes are there already.
            bucket(folder).delete(content);
        }
        return file;
    }

    /** A student's file of that digest. */
    Optional<StoredFile> find(Student owner, String sha256) {
        String folder = folder(owner);
        return files(folder).find(folder + "/" + sha256);
    }

    /** The bytes of a file, fetched piece by piece. */
    InputStream open(StoredFile file) {
        return bucket(file.id()).openDownloadStream(file.content());
    }

    private static String folder(Student owner) {
        return Residence.of(owner.country()).id(owner.id());
    }

    private FinalDocuments<StoredFile> files(String id) {
        return new FinalDocuments<>(databases.of(id), "files", StoredFile.class);
    }

    private GridFSBucket bucket(String id) {
        return GridFSBuckets.create(databases.of(id), "contents");
    }
}
