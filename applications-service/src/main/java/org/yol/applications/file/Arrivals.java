package org.yol.applications.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.input.BoundedInputStream;
import org.bson.types.ObjectId;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Student;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** Files on their way in parts. What has come stays for as long as a file that nothing names. */
@Component
class Arrivals {

    private final Files files;
    private final FileProperties properties;
    private final Clock clock;

    Arrivals(Files files, FileProperties properties, Clock clock) {
        this.files = files;
        this.properties = properties;
        this.clock = clock;
    }

    /** What has come of a file; empty when nothing has, or no longer. */
    Optional<Arrival> find(Student owner, String sha256) {
        return files.store(owner).arrival(StoredFile.id(Files.folder(owner), sha256));
    }

    /**
     * Takes the next part. One that is not the next is not read: the answer says from where on to send.
     *
     * @param kind of document the file is for
     * @param size of the whole file
     * @param from how many bytes of it come before this part
     * @param bytes of the part; of what cannot be read to its end nothing is kept
     * @throws Refused file-too-large; too-many-files; and by the first part what {@link Files#keep} refuses by the
     *     first bytes
     */
    Arrival add(Student owner, String sha256, String kind, long size, long from, InputStream bytes) throws IOException {
        if (size > properties.largest().toBytes()) {
            throw new Refused(Problem.FILE_TOO_LARGE);
        }
        String folder = Files.folder(owner);
        Arrival before = find(owner, sha256).orElseGet(() -> Arrival.begun(folder, sha256, size));
        if (before.received() != from || before.size() != size || from == size) {
            return before;
        }
        BufferedInputStream part = new BufferedInputStream(
                BoundedInputStream.builder()
                        .setInputStream(bytes)
                        .setMaxCount(Math.min(size - from, properties.part().toBytes()))
                        .get(),
                Files.BEGINNING);
        FileStore store = files.store(owner);
        Instant otherwise = clock.instant().plus(properties.keepUnnamed());
        if (from == 0) {
            files.typeOf(part, kind);
            files.refuseTooMuch(owner, size);
            store.begin(before, otherwise);
        }
        Upload upload = Upload.of(folder, new ObjectId());
        long received = store.write(upload, folder, part, otherwise);
        if (!store.append(before, upload.content(), received)) {
            // Two sent the same part: the first has come.
            store.discard(upload);
        }
        return find(owner, sha256).orElse(before);
    }

    /**
     * Makes a file of what has come, as {@link Files#keep} does of bytes. Said again it makes the same of it.
     *
     * @throws Refused not-found unless all of it is there; and what {@link Files#keep} refuses
     */
    StoredFile whole(Student owner, String sha256, String kind) throws IOException {
        Arrival arrival = find(owner, sha256)
                .filter(found -> found.received() == found.size())
                .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        FileStore store = files.store(owner);
        try (InputStream bytes = new SequenceInputStream(opened(store, arrival))) {
            return files.keep(owner, kind, sha256, bytes);
        } catch (Refused refused) {
            if (!refused.problem().isForNow()) {
                forget(store, arrival);
            }
            throw refused;
        }
    }

    /** The file is named: what it was made of may go. */
    void forget(Student owner, String sha256) {
        find(owner, sha256).ifPresent(arrival -> forget(files.store(owner), arrival));
    }

    private static void forget(FileStore store, Arrival arrival) {
        store.forget(arrival);
        arrival.parts().forEach(part -> store.discard(Upload.of(arrival.owner(), part)));
    }

    /** One part after the other, each opened when the one before has been read. */
    private static Enumeration<InputStream> opened(FileStore store, Arrival arrival) {
        List<ObjectId> parts = arrival.parts();
        Iterator<InputStream> opened = parts.stream()
                .map(part -> store.open(Upload.of(arrival.owner(), part), arrival.owner(), 1))
                .iterator();
        return new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return opened.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return opened.next();
            }
        };
    }
}
