package org.yol.localrun.store;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.mvstore.MVStore;

/**
 * Answers a write only when it is in the file. The backend as it comes writes once a second, so that killing the
 * process would lose what had been confirmed. Writers that wait at the same time share one commit.
 */
final class DurableBackend extends H2Backend {

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

    private final AtomicLong lastWrite = new AtomicLong();
    private final Object commitLock = new Object();
    private long committedWrite;

    private DurableBackend(MVStore store) {
        super(store);
    }

    static DurableBackend open(Path file) {
        return new DurableBackend(new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(CACHE_MEGABYTES)
                .open());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        if (commandOf(message).equals("hello")) {
            return super.handleMessage(asIsMaster(message)).append("isWritablePrimary", true);
        }
        Document reply = super.handleMessage(message);
        if (WRITES.contains(commandOf(message))) {
            commitUpTo(lastWrite.incrementAndGet());
        }
        return reply;
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
                commit();
                committedWrite = covered;
            }
        }
    }

    private static String commandOf(MongoMessage message) {
        return message.getDocument().keySet().iterator().next().toLowerCase(Locale.ROOT);
    }
}
