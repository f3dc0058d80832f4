package org.yol.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * Answers a write only when it is in the file. The backend as it comes writes once a second, so that killing the
 * process would lose what had been confirmed. Writers that wait at the same time share one commit.
 *
 * <p>It also changes documents in place while others read them, or while they are written to the file. So here a write
 * is alone, and answers are copies.
 */
public final class DurableBackend extends H2Backend {

    private static final int CACHE_MEGABYTES = 16;
    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase");

    private final ReadWriteLock documents = new ReentrantReadWriteLock();
    private final AtomicLong lastWrite = new AtomicLong();
    private final Object commitLock = new Object();
    private long committedWrite;

    private DurableBackend(MVStore store) {
        super(store);
    }

    /** A store on a file, which is made when it is not there. */
    public static DurableBackend open(Path file) {
        return open(new MVStore.Builder().fileName(file.toString()).cacheSize(CACHE_MEGABYTES));
    }

    /** A store that is gone with the process. */
    public static DurableBackend openInMemory() {
        return open(new MVStore.Builder());
    }

    private static DurableBackend open(MVStore.Builder builder) {
        return new DurableBackend(builder
                // A thread of its own would write documents to the file while they change.
                .autoCommitDisabled()
                .open());
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new LookupById.Database(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        if (commandOf(message).equals("hello")) {
            return super.handleMessage(asIsMaster(message)).append("isWritablePrimary", true);
        }
        return WRITES.contains(commandOf(message)) ? write(message) : locked(documents.readLock(), message);
    }

    private Document write(MongoMessage message) {
        Document reply = locked(documents.writeLock(), message);
        commitUpTo(lastWrite.incrementAndGet());
        return reply;
    }

    private Document locked(Lock lock, MongoMessage message) {
        lock.lock();
        try {
            return super.handleMessage(message).cloneDeeply();
        } finally {
            lock.unlock();
        }
    }

    /** Health checks of today say hello; the backend knows only the name that this had before. */
    private static MongoMessage asIsMaster(MongoMessage hello) {
        return new MongoMessage(
                hello.getChannel(),
                hello.getHeader(),
                new Document("isMaster", 1).append("$db", hello.getDatabaseName()));
    }

    private void commitUpTo(long write) {
        synchronized (commitLock) {
            if (committedWrite < write) {
                long covered = lastWrite.get();
                documents.readLock().lock();
                try {
                    commit();
                } finally {
                    documents.readLock().unlock();
                }
                committedWrite = covered;
            }
        }
    }

    private static String commandOf(MongoMessage message) {
        return message.getDocument().keySet().iterator().next().toLowerCase(Locale.ROOT);
    }
}
