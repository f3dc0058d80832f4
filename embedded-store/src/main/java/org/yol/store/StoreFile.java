package org.yol.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of the store, and the journal of what is not in it yet. A change is answered for when it is in the journal.
 * The file is written now and then, by a thread of its own, which then begins the journal anew and makes room where
 * little of what was written is still true. Both happen between operations: the file never has half of one.
 */
final class StoreFile implements AutoCloseable {

    /** Begins the names of maps with documents; the full name of the collection follows. */
    static final String DOCUMENTS = "documents/";

    /** Begins the names of maps with indexes. */
    static final String INDEXES = "indexes/";

    private static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);

    private static final String SELF = "store";
    private static final byte[] JOURNAL = "journal".getBytes(StandardCharsets.US_ASCII);

    private static final int CACHE_MEGABYTES = 32;
    private static final long JOURNAL_BYTES = 16L << 20;
    /** A writer waits for the file when the journal has come so far: what is not in the file is in memory. */
    private static final long JOURNAL_BYTES_AT_MOST = 2 * JOURNAL_BYTES;

    /** How much of what was written has to be true still. */
    private static final int FILLED_PERCENT = 60;

    private static final int MOVED_BYTES = 16 << 20;
    private static final int MOVED_BYTES_WHEN_IDLE = 32 << 20;
    private static final long WRITTEN_EVERY_NANOS = 8_000_000_000L;

    private final Path path;
    private final MVStore store;
    private final Journal journal;
    private final ReentrantLock alone = new ReentrantLock();
    private final Condition changed = alone.newCondition();
    /** That the journal has begun anew. */
    private final Condition begunAnew = alone.newCondition();

    private final Thread keeper;
    private long part;
    private boolean dirty;
    private boolean closing;
    private RuntimeException failure;

    private StoreFile(Path path, MVStore store, Journal journal, long part) {
        this.path = path;
        this.store = store;
        this.journal = journal;
        this.part = part;
        this.keeper = path == null
                ? null
                : Thread.ofPlatform().daemon().name("store-keeper").unstarted(this::keep);
    }

    static StoreFile inMemory() {
        return new StoreFile(null, new MVStore.Builder().open(), Journal.none(), 0);
    }

    /**
     * Opens a file, which is made when it is not there.
     *
     * @throws UncheckedIOException when it can't be read
     */
    static StoreFile open(Path path) {
        MVStore store = new MVStore.Builder()
                .fileName(path.toString())
                .cacheSize(CACHE_MEGABYTES)
                // Neither by time nor by memory: only between operations.
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .compress()
                .open();
        // What was written is on the disk before anything older is overwritten, see awaitWritten().
        store.setRetentionTime(0);
        // Nobody goes back to an earlier one, and readers say which they use.
        store.setVersionsToKeep(0);
        // Has its pages written by threads of their own while others go on; it never commits by itself.
        store.setAutoCommitDelay(Integer.MAX_VALUE);
        try {
            long next = restore(path, store);
            StoreFile file = new StoreFile(path, store, Journal.begin(path, next), next);
            file.keeper.start();
            return file;
        } catch (IOException e) {
            store.closeImmediately();
            throw new UncheckedIOException(e);
        }
    }

    /** Does again what was in the journal and not in the file. Returns the number of the journal's next part. */
    private static long restore(Path path, MVStore store) throws IOException {
        EarlierFile.convert(store);
        byte[] kept = map(store, SELF).get(JOURNAL);
        long next = kept == null ? 0 : ByteBuffer.wrap(kept).getLong();
        for (long number : Journal.parts(path)) {
            if (number >= next) {
                Journal.read(path, number, change -> again(store, change));
                next = number + 1;
            }
        }
        map(store, SELF)
                .put(JOURNAL, ByteBuffer.allocate(Long.BYTES).putLong(next).array());
        store.commit();
        store.sync();
        for (long number : Journal.parts(path)) {
            Journal.delete(path, number);
        }
        return next;
    }

    private static void again(MVStore store, Journal.Change change) {
        MVMap<byte[], byte[]> map = map(store, change.map());
        if (change.value() == null) {
            map.remove(change.key());
        } else {
            map.put(change.key(), change.value());
        }
    }

    static MVMap<byte[], byte[]> map(MVStore store, String name) {
        return store.openMap(
                name,
                new MVMap.Builder<byte[], byte[]>().keyType(BytesType.INSTANCE).valueType(BytesType.INSTANCE));
    }

    StoredMap openMap(String name) {
        return new StoredMap(map(store, name), journal);
    }

    void removeMap(String name) {
        store.removeMap(name);
    }

    Set<String> mapNames() {
        return store.getMapNames();
    }

    /** Its size in bytes, or 0 in memory. */
    long size() {
        return path == null ? 0 : store.getFileStore().size();
    }

    /** What is read in it stays readable until it ends, whatever is written meanwhile. */
    <T> T reading(Supplier<T> operation) {
        MVStore.TxCounter usage = store.registerVersionUsage();
        try {
            return operation.get();
        } finally {
            store.deregisterVersionUsage(usage);
        }
    }

    /** Does something alone, and returns when it would outlive the process. */
    <T> T writing(Supplier<T> operation) {
        T result;
        long appended;
        alone.lock();
        try {
            requireRoom();
            try {
                result = reading(operation);
            } finally {
                appended = journal.append();
                if (appended > 0) {
                    dirty = true;
                    if (journal.size() >= JOURNAL_BYTES) {
                        changed.signal();
                    }
                }
            }
        } finally {
            alone.unlock();
        }
        journal.await(appended);
        return result;
    }

    private void requireRoom() {
        while (journal.size() >= JOURNAL_BYTES_AT_MOST && failure == null) {
            changed.signal();
            begunAnew.awaitUninterruptibly();
        }
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * Does something that adds or removes collections or indexes, and writes the file at once: much of it may have
     * changed, and a journal of maps that are gone would bring them back.
     */
    <T> T rebuilding(Supplier<T> operation) {
        alone.lock();
        try {
            requireRoom();
            try {
                return reading(operation);
            } finally {
                if (path != null && (journal.hasRecord() || store.hasUnsavedChanges())) {
                    journal.discard();
                    write();
                }
            }
        } finally {
            alone.unlock();
        }
    }

    /** Writes the file as it is now. The caller is alone when it begins, and need not be when it ends. */
    private void write() {
        awaitWritten();
        long last = begin();
        end(last);
    }

    private long begin() {
        long last = part++;
        journal.next(part);
        map(store, SELF)
                .put(JOURNAL, ByteBuffer.allocate(Long.BYTES).putLong(part).array());
        dirty = false;
        begunAnew.signalAll();
        // Refused while a reader has just let go of a version, for an instant.
        while (store.tryCommit() < 0) {
            if (store.isClosed()) {
                throw new IllegalStateException("The store's file was closed");
            }
            LockSupport.parkNanos(100_000);
        }
        return last;
    }

    /** Returns when all that {@code tryCommit()} has handed to the threads that write is on the disk. */
    private void awaitWritten() {
        store.executeFilestoreOperation(() -> {});
        store.sync();
    }

    private void end(long last) {
        awaitWritten();
        try {
            Journal.delete(path, last);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep() {
        try {
            while (awaitChange()) {
                long last;
                alone.lock();
                try {
                    last = begin();
                } finally {
                    alone.unlock();
                }
                end(last);
                makeRoom();
            }
        } catch (RuntimeException | Error e) {
            LOG.error("The store can no longer write its file", e);
            alone.lock();
            try {
                failure = new IllegalStateException("The store can no longer write its file: " + e.getMessage(), e);
                begunAnew.signalAll();
            } finally {
                alone.unlock();
            }
        }
    }

    /** Returns when the file is to be written; false when it is not any more. */
    private boolean awaitChange() {
        alone.lock();
        try {
            long left = WRITTEN_EVERY_NANOS;
            while (!closing && (!dirty || left > 0 && journal.size() < JOURNAL_BYTES)) {
                left = changed.awaitNanos(dirty ? left : WRITTEN_EVERY_NANOS);
                left = dirty ? left : WRITTEN_EVERY_NANOS;
            }
            return !closing;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            alone.unlock();
        }
    }

    /**
     * Writes again what little is true in the oldest parts of the file, which can then be overwritten: with the next
     * write, which is therefore due.
     */
    private void makeRoom() {
        boolean busy = journal.size() > 0;
        if (store.compact(FILLED_PERCENT, busy ? MOVED_BYTES : MOVED_BYTES_WHEN_IDLE)) {
            alone.lock();
            dirty = true;
            alone.unlock();
        }
    }

    @Override
    public void close() {
        if (keeper != null) {
            alone.lock();
            try {
                closing = true;
                changed.signalAll();
            } finally {
                alone.unlock();
            }
            join();
            alone.lock();
            try {
                if (failure == null) {
                    write();
                }
                journal.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                alone.unlock();
            }
        }
        store.close();
    }

    private void join() {
        try {
            keeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
