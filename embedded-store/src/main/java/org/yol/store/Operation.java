package org.yol.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;
import org.rocksdb.WriteBatchWithIndex;
import org.rocksdb.WriteOptions;

/**
 * What the store does for one command, in one thread. A reader sees everything as it was at its first look. A writer,
 * who is alone, collects what it writes, so that documents are stored whole, with their entries in indexes.
 *
 * <p>What a writer looks up by key has its own changes. What it iterates over is as it was when its query began, since
 * it may change what it comes by.
 */
final class Operation implements AutoCloseable {

    private static final ScopedValue<Operation> CURRENT = ScopedValue.newInstance();

    /** What is collected is in memory, and a command may have 48 MB of documents. */
    private static final long COLLECTED_BYTES = 4L << 20;

    private final RocksDB database;
    /** Null for a reader. */
    private final WriteBatchWithIndex changes;

    private final WriteOptions writing;
    private final ReadOptions reading = new ReadOptions();
    private final List<Integer> removedMaps = new ArrayList<>();
    private Snapshot snapshot;
    private RocksIterator iterator;
    private RocksIterator newestIterator;

    private Operation(RocksDB database, WriteBatchWithIndex changes, WriteOptions writing) {
        this.database = database;
        this.changes = changes;
        this.writing = writing;
    }

    static <T> T reading(RocksDB database, Supplier<T> work) {
        try (Operation operation = new Operation(database, null, null)) {
            return operation.run(work);
        }
    }

    /** What was written until it fails stays: an error of one document says nothing about those before it. */
    static <T> T writing(RocksDB database, WriteOptions writing, Supplier<T> work) {
        try (Operation operation = new Operation(database, new WriteBatchWithIndex(true), writing)) {
            try {
                return operation.run(work);
            } finally {
                operation.write();
            }
        }
    }

    private <T> T run(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** The one of this thread. */
    static Operation current() {
        return CURRENT.get();
    }

    /** A writer's queries see all that it has written before. */
    void beginQuery() {
        if (changes != null && changes.count() > 0) {
            write();
            iterator = closed(iterator);
        }
    }

    /** Between two documents, when this writer has collected much. */
    void endDocument() {
        if (changes.getWriteBatch().getDataSize() > COLLECTED_BYTES) {
            write();
        }
    }

    byte[] get(byte[] key) {
        try {
            return changes == null ? database.get(snapshot(), key) : changes.getFromBatchAndDB(database, reading, key);
        } catch (RocksDBException e) {
            throw RocksStore.failed(e);
        }
    }

    void put(byte[] key, byte[] value) {
        try {
            changes.put(key, value);
        } catch (RocksDBException e) {
            throw RocksStore.failed(e);
        }
    }

    void remove(byte[] key) {
        try {
            changes.delete(key);
        } catch (RocksDBException e) {
            throw RocksStore.failed(e);
        }
    }

    /** Removes all keys of a map, once all else of this operation is done. */
    void removeMap(int number) {
        removedMaps.add(number);
    }

    /** One for all that iterate in this operation: nobody may leave it in the middle. */
    RocksIterator iterator() {
        if (iterator == null) {
            iterator = database.newIterator(changes == null ? snapshot() : reading);
        }
        return iterator;
    }

    /** It sees what this writer has collected. */
    RocksIterator newestIterator() {
        if (newestIterator == null) {
            newestIterator = changes.newIteratorWithBase(database.newIterator(reading));
        }
        return newestIterator;
    }

    static void requireSound(RocksIterator iterator) {
        try {
            iterator.status();
        } catch (RocksDBException e) {
            throw RocksStore.failed(e);
        }
    }

    private ReadOptions snapshot() {
        if (snapshot == null) {
            snapshot = database.getSnapshot();
            reading.setSnapshot(snapshot);
        }
        return reading;
    }

    private void write() {
        newestIterator = closed(newestIterator);
        try {
            for (int number : removedMaps) {
                changes.getWriteBatch().deleteRange(RocksStore.numbered(number), RocksStore.numbered(number + 1));
            }
            removedMaps.clear();
            if (changes.count() > 0) {
                database.write(writing, changes);
                changes.clear();
            }
        } catch (RocksDBException e) {
            throw RocksStore.failed(e);
        }
    }

    private static RocksIterator closed(RocksIterator iterator) {
        if (iterator != null) {
            iterator.close();
        }
        return null;
    }

    @Override
    public void close() {
        closed(newestIterator);
        closed(iterator);
        reading.close();
        if (snapshot != null) {
            database.releaseSnapshot(snapshot);
        }
        if (changes != null) {
            changes.close();
        }
    }
}
