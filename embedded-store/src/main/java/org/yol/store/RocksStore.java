package org.yol.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.Env;
import org.rocksdb.Filter;
import org.rocksdb.FlushOptions;
import org.rocksdb.IndexType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.RocksMemEnv;
import org.rocksdb.Status;
import org.rocksdb.TablePropertiesCollectorFactory;
import org.rocksdb.WriteOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ordered maps of the store, in one RocksDB. A map is a number that its keys begin with; which number a name has is
 * kept under number 0. What was written is in RocksDB's log when an operation ends, and outlives the process; once a
 * second the log is forced to the disk.
 */
final class RocksStore implements AutoCloseable {

    /** Begins the names of maps with documents; the full name of the collection follows. */
    static final String DOCUMENTS = "documents/";

    /** Begins the names of maps with indexes. */
    static final String INDEXES = "indexes/";

    private static final int NAMES = 0;
    /** The number of the map that has the sizes of the others. */
    static final int SIZES = 1;

    private static final Logger LOG = LoggerFactory.getLogger(RocksStore.class);

    /** Half a thousand submissions: most of their drafts are replaced before they are written to a file. */
    private static final long WRITE_BUFFER_BYTES = 16L << 20;
    /** One is filled and two may wait; then writers do. With the cache, this bounds what RocksDB has in memory. */
    private static final int WRITE_BUFFERS = 3;

    private static final long CACHE_BYTES = 64L << 20;
    /**
     * Into so many parts, as powers of two, the cache is divided; as a rule it is 64, of which none has room for the
     * filter of a file of an index: it was then read anew for each key that is not there, in a quarter of a
     * millisecond.
     */
    private static final int CACHE_PARTS_BITS = 2;
    /** As much of it is kept for indexes and filters, whatever else is read. */
    private static final double CACHE_FOR_INDEXES = 0.5;
    /** A document, or some hundred entries of an index. */
    private static final long BLOCK_BYTES = 8L << 10;

    private static final double FILTER_BITS_A_KEY = 10;
    private static final long FILE_BYTES = 32L << 20;
    /** Chunks of applications' files: in files of their own, so that they are not merged again and again. */
    private static final long BLOB_BYTES_AT_LEAST = 32L << 10;
    /** How much of the older blobs has to be dead before they are written anew. */
    private static final double DEAD_BLOBS = 0.5;

    private static final int OPEN_FILES = 256;
    private static final long LOG_BYTES = 1L << 20;
    private static final long FORCED_EVERY_MILLIS = 1_000;

    private final Path folder;
    private final List<AutoCloseable> owned;
    private final RocksDB database;
    private final WriteOptions writing;
    private final ReentrantLock alone = new ReentrantLock();
    /** Taken for reading by every operation: what is closed below one would end the process. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();

    private final Map<String, Integer> numbers = new HashMap<>();
    private int nextNumber = SIZES + 1;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread forcing;
    private volatile boolean written;
    private boolean closed;

    private RocksStore(Path folder, List<AutoCloseable> owned, RocksDB database) {
        this.folder = folder;
        this.owned = owned;
        this.database = database;
        this.writing = new WriteOptions().setDisableWAL(folder == null);
        this.forcing = Thread.ofPlatform().daemon().name("store-disk").unstarted(this::force);
    }

    static RocksStore inMemory() {
        NativeLibrary.load();
        Env memory = new RocksMemEnv(Env.getDefault());
        return open(null, "/store", options().setEnv(memory), memory);
    }

    /**
     * Opens a folder, which is made when it is not there.
     *
     * @throws IllegalStateException when another process has it
     * @throws UncheckedIOException when it can't be read
     */
    static RocksStore open(Path folder) {
        NativeLibrary.load();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RocksStore store = open(folder, folder.toString(), options());
        store.forcing.start();
        return store;
    }

    private static RocksStore open(Path folder, String path, Options options, AutoCloseable... more) {
        List<AutoCloseable> owned = new ArrayList<>(List.of(more));
        owned.add(options);
        try (Cache cache = new LRUCache(CACHE_BYTES, CACHE_PARTS_BITS, false, CACHE_FOR_INDEXES);
                Filter filter = new BloomFilter(FILTER_BITS_A_KEY);
                TablePropertiesCollectorFactory dead =
                        TablePropertiesCollectorFactory.NewCompactOnDeletionCollectorFactory(1_000, 500, 0.5)) {
            options.setTableFormatConfig(new BlockBasedTableConfig()
                            .setBlockSize(BLOCK_BYTES)
                            .setBlockCache(cache)
                            // All that is read of a file counts for the bound of the cache.
                            .setCacheIndexAndFilterBlocks(true)
                            .setCacheIndexAndFilterBlocksWithHighPriority(true)
                            // Of an index or filter only the part that a key may be in.
                            .setIndexType(IndexType.kTwoLevelIndexSearch)
                            .setPartitionFilters(true)
                            .setPinTopLevelIndexAndFilter(true)
                            .setPinL0FilterAndIndexBlocksInCache(true)
                            .setFilterPolicy(filter))
                    // Work that is due is looked for where most entries are gone again.
                    .setTablePropertiesCollectorFactory(List.of(dead));
            RocksStore store = new RocksStore(folder, owned, RocksDB.open(options, path));
            store.readNumbers();
            return store;
        } catch (RocksDBException e) {
            close(owned);
            throw isTaken(e)
                    ? new IllegalStateException("Another process has the store in " + path + ". Stop that one first.")
                    : failed(e);
        }
    }

    private static Options options() {
        return new Options()
                .setCreateIfMissing(true)
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setMaxWriteBufferNumber(WRITE_BUFFERS)
                .setMaxBytesForLevelBase(4 * WRITE_BUFFER_BYTES)
                .setTargetFileSizeBase(FILE_BYTES)
                // One writes what is full and one merges: there are two processors for everything.
                .setMaxBackgroundJobs(2)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setEnableBlobFiles(true)
                .setMinBlobSize(BLOB_BYTES_AT_LEAST)
                .setBlobFileSize(FILE_BYTES)
                .setEnableBlobGarbageCollection(true)
                .setBlobGarbageCollectionAgeCutoff(DEAD_BLOBS)
                .setBlobGarbageCollectionForceThreshold(DEAD_BLOBS)
                .setMaxOpenFiles(OPEN_FILES)
                // Written to the disk as it comes, and not all when a file is complete.
                .setBytesPerSync(LOG_BYTES)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setMaxLogFileSize(LOG_BYTES)
                .setKeepLogFileNum(2)
                .setStatsDumpPeriodSec(0)
                .setStatsPersistPeriodSec(0);
    }

    private static boolean isTaken(RocksDBException e) {
        Status status = e.getStatus();
        return status != null
                && status.getCode() == Status.Code.IOError
                && e.getMessage().contains("LOCK: ");
    }

    static UncheckedIOException failed(RocksDBException e) {
        return new UncheckedIOException("The store failed: " + e.getMessage(), new IOException(e));
    }

    private void readNumbers() {
        try (ReadOptions reading = new ReadOptions();
                RocksIterator names = database.newIterator(reading)) {
            for (names.seek(numbered(NAMES)); names.isValid(); names.next()) {
                ByteBuffer key = ByteBuffer.wrap(names.key());
                if (key.getInt() != NAMES) {
                    break;
                }
                int number = ByteBuffer.wrap(names.value()).getInt();
                numbers.put(StandardCharsets.UTF_8.decode(key).toString(), number);
                nextNumber = Math.max(nextNumber, number + 1);
            }
            Operation.requireSound(names);
        }
    }

    /** A map that is made when it is not there. */
    StoredMap openMap(String name) {
        synchronized (numbers) {
            return new StoredMap(numbers.computeIfAbsent(name, this::newNumber));
        }
    }

    private int newNumber(String name) {
        try {
            int number = nextNumber++;
            database.put(writing, nameKey(name), numbered(number));
            return number;
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    /** Removes a map with all that is in it, when the operation ends. */
    void removeMap(String name) {
        synchronized (numbers) {
            Integer number = numbers.remove(name);
            if (number != null) {
                Operation operation = Operation.current();
                operation.remove(nameKey(name));
                operation.remove(StoredMap.sizeKey(number));
                operation.removeMap(number);
            }
        }
    }

    Set<String> mapNames() {
        synchronized (numbers) {
            return Set.copyOf(numbers.keySet());
        }
    }

    private static byte[] nameKey(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + text.length)
                .putInt(NAMES)
                .put(text)
                .array();
    }

    /** What the keys of a map begin with. */
    static byte[] numbered(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    /** Its size in bytes, or 0 in memory. */
    long size() {
        if (folder == null) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is read in it is as it was at its beginning, whatever is written meanwhile. */
    <T> T reading(Supplier<T> work) {
        open.readLock().lock();
        try {
            requireOpen();
            return Operation.reading(database, work);
        } finally {
            open.readLock().unlock();
        }
    }

    /** Does something alone; when this returns, it would outlive the process. */
    <T> T writing(Supplier<T> work) {
        open.readLock().lock();
        try {
            requireOpen();
            alone.lock();
            try {
                return Operation.writing(database, writing, work);
            } finally {
                written = true;
                alone.unlock();
            }
        } finally {
            open.readLock().unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The store is closed");
        }
    }

    private void force() {
        try {
            while (!closing.await(FORCED_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                if (written) {
                    written = false;
                    database.syncWal();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RocksDBException e) {
            // RocksDB refuses to write from now on, and says why to each who tries.
            LOG.error("The store can no longer force what it wrote to the disk", e);
        }
    }

    /** A property of RocksDB, of those that are numbers. */
    long property(String name) {
        try {
            return database.getLongProperty(name);
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        open.writeLock().lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            closing.countDown();
            forcing.join();
            flush();
            // A merge goes on another time.
            database.cancelAllBackgroundWork(true);
            database.closeE();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RocksDBException e) {
            throw failed(e);
        } finally {
            open.writeLock().unlock();
        }
        writing.close();
        close(owned);
    }

    /** What is in files need not be read from the log when the store is opened again. */
    void flush() throws RocksDBException {
        if (folder != null) {
            try (FlushOptions options = new FlushOptions().setWaitForFlush(true)) {
                database.flush(options);
            }
        }
    }

    private static void close(List<AutoCloseable> owned) {
        for (AutoCloseable each : owned.reversed()) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
