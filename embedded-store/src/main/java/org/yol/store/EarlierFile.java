package org.yol.store;

import de.bwaldvogel.mongo.bson.Document;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store as earlier releases kept it: in a file of H2, the last ones with a journal of what was not in the file yet.
 * The first ones had documents as serialized objects there, and indexes of unique values only.
 */
final class EarlierFile {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierFile.class);

    private static final String JOURNAL = ".journal-";
    private static final int JOURNAL_HEADER = Integer.BYTES + Integer.BYTES;
    private static final String SELF = "store";
    private static final byte[] FIRST_PART = "journal".getBytes(StandardCharsets.US_ASCII);
    private static final String DOCUMENTS_OF_FIRST = "databases.";
    private static final int COPIED_AT_ONCE = 500;

    private final Path file;
    private final RocksStore copy;

    private EarlierFile(Path file, RocksStore copy) {
        this.file = file;
        this.copy = copy;
    }

    /**
     * Copies what is in the file, and removes the file then. When it is stopped in between, the next one begins anew.
     */
    static void convert(Path file, Path folder) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            if (!Files.exists(folder)) {
                LOG.info("Bringing the store up to date");
                Path incomplete = folder.resolveSibling(folder.getFileName() + ".part");
                delete(incomplete);
                try (RocksStore copy = RocksStore.open(incomplete)) {
                    new EarlierFile(file, copy).read();
                }
                Files.move(incomplete, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            for (long part : journalParts(file)) {
                Files.delete(journalPart(file, part));
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The store of an earlier release can't be read: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private void read() throws IOException {
        MVStore earlier = new MVStore.Builder()
                .fileName(file.toString())
                .readOnly()
                .autoCommitDisabled()
                .open();
        try {
            for (String name : earlier.getMapNames()) {
                if (name.startsWith(RocksStore.DOCUMENTS) || name.startsWith(RocksStore.INDEXES)) {
                    copyAll(name, entriesOf(bytes(earlier, name)));
                } else if (name.startsWith(DOCUMENTS_OF_FIRST)) {
                    copyAll(
                            RocksStore.DOCUMENTS + name.substring(DOCUMENTS_OF_FIRST.length()),
                            entriesOfFirst(earlier.openMap(name)));
                }
            }
            byte[] first = earlier.hasMap(SELF) ? bytes(earlier, SELF).get(FIRST_PART) : null;
            for (long part : journalParts(file)) {
                if (first == null || part >= ByteBuffer.wrap(first).getLong()) {
                    readJournal(part);
                }
            }
        } finally {
            earlier.close();
        }
    }

    private static MVMap<byte[], byte[]> bytes(MVStore earlier, String name) {
        return earlier.openMap(
                name,
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(ByteArrayDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
    }

    private static Iterator<Entry> entriesOf(MVMap<byte[], byte[]> map) {
        return map.entrySet().stream()
                .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                .iterator();
    }

    private static Iterator<Entry> entriesOfFirst(MVMap<Object, Document> documents) {
        return documents.entrySet().stream()
                .map(entry -> new Entry(KeyBytes.of(entry.getKey()), StoredBson.encode(entry.getValue())))
                .iterator();
    }

    private void copyAll(String name, Iterator<Entry> entries) {
        StoredMap map = copy.openMap(name);
        while (entries.hasNext()) {
            copy.writing(() -> {
                for (int copied = 0; copied < COPIED_AT_ONCE && entries.hasNext(); copied++) {
                    Entry entry = entries.next();
                    change(name, map, entry.key(), entry.value());
                }
                return null;
            });
        }
    }

    /** @param value null to remove what is there */
    private static void change(String name, StoredMap map, byte[] key, byte[] value) {
        boolean counted = name.startsWith(RocksStore.DOCUMENTS);
        if (value == null) {
            if (counted) {
                map.removeCounted(key);
            } else {
                map.remove(key);
            }
        } else if (counted) {
            map.putCounted(key, value);
        } else {
            map.put(key, value);
        }
    }

    private static Path journalPart(Path file, long number) {
        return file.resolveSibling(file.getFileName() + JOURNAL + number);
    }

    private static List<Long> journalParts(Path file) throws IOException {
        String begin = file.getFileName() + JOURNAL;
        try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
            return files.map(each -> each.getFileName().toString())
                    .filter(name -> name.startsWith(begin))
                    .map(name -> Long.parseLong(name.substring(begin.length())))
                    .sorted()
                    .toList();
        }
    }

    /** Does what is in a part, up to the first record that is not all there: nobody was told of that one. */
    private void readJournal(long part) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(journalPart(file, part))))) {
            for (byte[] record = nextRecord(in); record != null; record = nextRecord(in)) {
                DataInputStream changes = new DataInputStream(new ByteArrayInputStream(record));
                while (changes.available() > 0) {
                    String name = changes.readUTF();
                    byte[] key = changes.readNBytes(changes.readInt());
                    int length = changes.readInt();
                    byte[] value = length < 0 ? null : changes.readNBytes(length);
                    copy.writing(() -> {
                        change(name, copy.openMap(name), key, value);
                        return null;
                    });
                }
            }
        }
    }

    private static byte[] nextRecord(DataInputStream in) throws IOException {
        byte[] header = in.readNBytes(JOURNAL_HEADER);
        if (header.length < JOURNAL_HEADER) {
            return null;
        }
        ByteBuffer numbers = ByteBuffer.wrap(header);
        int length = numbers.getInt();
        int sum = numbers.getInt();
        byte[] record = length > 0 ? in.readNBytes(length) : new byte[0];
        CRC32C actual = new CRC32C();
        actual.update(record);
        return record.length == length && length > 0 && (int) actual.getValue() == sum ? record : null;
    }
}
