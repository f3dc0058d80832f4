package org.yol.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * A backend for 100,000 applications and more: it has secondary indexes, keeps on file what it answers for, and reads
 * while it writes.
 */
public final class DurableBackend extends AbstractMongoBackend {

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify");
    private static final Set<String> REBUILDS =
            Set.of("create", "createindexes", "drop", "dropindexes", "dropdatabase", "renamecollection");

    private final StoreFile file;

    private DurableBackend(StoreFile file) {
        this.file = file;
        file.mapNames().stream()
                .filter(name -> name.startsWith(StoreFile.DOCUMENTS))
                .map(name -> name.substring(StoreFile.DOCUMENTS.length(), name.indexOf('.')))
                .distinct()
                .toList()
                .forEach(this::resolveDatabase);
    }

    /**
     * A store on a file, which is made when it is not there. Beside it there is a journal.
     *
     * @throws UncheckedIOException when what is there can't be read
     */
    public static DurableBackend open(Path file) {
        return new DurableBackend(StoreFile.open(file));
    }

    /** A store that is gone with the process. */
    public static DurableBackend openInMemory() {
        return new DurableBackend(StoreFile.inMemory());
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoredDatabase(name, file, getCursorRegistry());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        String command = commandOf(message);
        if (command.equals("hello")) {
            return super.handleMessage(asIsMaster(message)).append("isWritablePrimary", true);
        }
        if (WRITES.contains(command)) {
            return file.writing(() -> super.handleMessage(message));
        }
        return REBUILDS.contains(command)
                ? file.rebuilding(() -> super.handleMessage(message))
                : file.reading(() -> super.handleMessage(message));
    }

    /** Health checks of today say hello; the backend knows only the name that this had before. */
    private static MongoMessage asIsMaster(MongoMessage hello) {
        return new MongoMessage(
                hello.getChannel(),
                hello.getHeader(),
                new Document("isMaster", 1).append("$db", hello.getDatabaseName()));
    }

    private static String commandOf(MongoMessage message) {
        return message.getDocument().keySet().iterator().next().toLowerCase(Locale.ROOT);
    }

    /** What was answered for is in the file, and the file is closed. */
    @Override
    public void close() {
        super.close();
        file.close();
    }
}
