package org.yol.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The changes since the store's file was last written, a record for each operation. Those who wait for their records at
 * the same time are served by one write.
 *
 * <p>Whoever changes the store alone collects a record; the others may wait at any time.
 */
class Journal implements Closeable {

    private static final int HEADER = Integer.BYTES + Integer.BYTES;
    private static final int KEPT_AT_MOST = 1 << 20;
    private static final String NAME = ".journal-";

    private final Path storeFile;
    private final Object writing = new Object();
    private ByteArrayOutputStream record = new ByteArrayOutputStream();
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private long appended;
    private volatile long written;
    private volatile long size;
    private FileChannel channel;
    /** What was not written then is lost, so that nothing behind it may be. */
    private IOException broken;

    private Journal(Path storeFile) {
        this.storeFile = storeFile;
    }

    /** Keeps nothing, for a store in memory. */
    static Journal none() {
        return new Journal(null) {
            @Override
            void put(String map, byte[] key, byte[] value) {}

            @Override
            void remove(String map, byte[] key) {}
        };
    }

    /**
     * @param storeFile the file that the changes belong to
     * @param number of the first part, which is begun anew
     */
    static Journal begin(Path storeFile, long number) {
        Journal journal = new Journal(storeFile);
        journal.open(number);
        return journal;
    }

    /** What was to be done to a map, in a record. */
    record Change(String map, byte[] key, byte[] value) {}

    void put(String map, byte[] key, byte[] value) {
        add(map, key, value);
    }

    void remove(String map, byte[] key) {
        add(map, key, null);
    }

    private void add(String map, byte[] key, byte[] value) {
        try {
            DataOutputStream out = new DataOutputStream(record);
            out.writeUTF(map);
            out.writeInt(key.length);
            out.write(key);
            out.writeInt(value == null ? -1 : value.length);
            out.write(value == null ? new byte[0] : value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Ends the record. Returns what to {@link #await} for. */
    long append() {
        if (record.size() == 0) {
            return 0;
        }
        byte[] content = record.toByteArray();
        record.reset();
        if (content.length > KEPT_AT_MOST) {
            record = new ByteArrayOutputStream();
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER).putInt(content.length).putInt(sum(content));
        synchronized (this) {
            pending.writeBytes(header.array());
            pending.writeBytes(content);
            size += HEADER + content.length;
            return ++appended;
        }
    }

    boolean hasRecord() {
        return record.size() > 0;
    }

    /** Forgets what was collected: the file is about to be written with it. */
    void discard() {
        record.reset();
    }

    /** Returns when a record is in the journal's file, so that it outlives the process. */
    void await(long appended) {
        if (written < appended) {
            synchronized (writing) {
                if (written < appended) {
                    write();
                }
            }
        }
    }

    private void write() {
        if (broken != null) {
            throw new UncheckedIOException("The store's journal could not be written: " + broken.getMessage(), broken);
        }
        ByteArrayOutputStream taken;
        long last;
        synchronized (this) {
            taken = pending;
            pending = new ByteArrayOutputStream();
            last = appended;
        }
        ByteBuffer bytes = ByteBuffer.wrap(taken.toByteArray());
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            written = last;
        } catch (IOException e) {
            broken = e;
            throw new UncheckedIOException("The store's journal can't be written: " + e.getMessage(), e);
        }
    }

    /** How many bytes there are since the last part was begun. */
    long size() {
        return size;
    }

    /** Whatever is appended from now on is in another part. */
    void next(long number) {
        synchronized (writing) {
            write();
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            open(number);
        }
    }

    private void open(long number) {
        try {
            channel = FileChannel.open(
                    part(storeFile, number),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
            size = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    private static Path part(Path storeFile, long number) {
        return storeFile.resolveSibling(storeFile.getFileName() + NAME + number);
    }

    /** The numbers of the parts that there are, in order. */
    static List<Long> parts(Path storeFile) throws IOException {
        String begin = storeFile.getFileName() + NAME;
        try (Stream<Path> files = Files.list(storeFile.toAbsolutePath().getParent())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(begin))
                    .map(name -> Long.parseLong(name.substring(begin.length())))
                    .sorted()
                    .toList();
        }
    }

    /** Does again what is in a part, up to the first record that is not all there: nobody was told of that one. */
    static void read(Path storeFile, long number, Consumer<Change> again) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(part(storeFile, number))))) {
            for (byte[] content = nextRecord(in); content != null; content = nextRecord(in)) {
                DataInputStream changes = new DataInputStream(new ByteArrayInputStream(content));
                while (changes.available() > 0) {
                    again.accept(new Change(
                            changes.readUTF(),
                            changes.readNBytes(changes.readInt()),
                            value(changes, changes.readInt())));
                }
            }
        }
    }

    private static byte[] value(DataInputStream changes, int length) throws IOException {
        return length < 0 ? null : changes.readNBytes(length);
    }

    private static byte[] nextRecord(DataInputStream in) throws IOException {
        byte[] header = in.readNBytes(HEADER);
        if (header.length < HEADER) {
            return null;
        }
        ByteBuffer numbers = ByteBuffer.wrap(header);
        int length = numbers.getInt();
        int sum = numbers.getInt();
        byte[] content = length > 0 ? in.readNBytes(length) : new byte[0];
        return content.length == length && length > 0 && sum(content) == sum ? content : null;
    }

    private static int sum(byte[] content) {
        CRC32C sum = new CRC32C();
        sum.update(content);
        return (int) sum.getValue();
    }

    static void delete(Path storeFile, long number) throws IOException {
        Files.deleteIfExists(part(storeFile, number));
    }
}
