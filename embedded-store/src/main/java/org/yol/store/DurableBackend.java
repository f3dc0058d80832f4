package org.yol.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A backend for 100,000 applications and more: it has secondary indexes, keeps what it answers for, and reads while it
 * writes.
 */
public final class DurableBackend extends AbstractMongoBackend {

    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase",
            "renamecollection");
    private static final Set<String> WRITING_STAGES = Set.of("$out", "$merge");

    /** In the folder of the store. */
    private static final String DOCUMENTS = "documents";

    private static final String EARLIER_FILE = "store.mv";

    private final RocksStore store;

    DurableBackend(RocksStore store) {
        this.store = store;
        store.writing(() -> {
            openDatabases();
            return null;
        });
    }

    private void openDatabases() {
        store.mapNames().stream()
                .filter(name -> name.startsWith(RocksStore.DOCUMENTS))
                .map(name -> name.substring(RocksStore.DOCUMENTS.length(), name.indexOf('.')))
                .distinct()
                .forEach(this::resolveDatabase);
    }

    /**
     * A store in a folder, which is made when it is not there. What an earlier release kept in the folder is brought up
     * to date first.
     *
     * @throws IllegalStateException when another process has it
     * @throws UncheckedIOException when what is there can't be read
     */
    public static DurableBackend open(Path folder) {
        Path documents = folder.resolve(DOCUMENTS);
        EarlierFile.convert(folder.resolve(EARLIER_FILE), documents);
        return new DurableBackend(RocksStore.open(documents));
    }

    /** A store that is gone with the process. */
    public static DurableBackend openInMemory() {
        return new DurableBackend(RocksStore.inMemory());
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoredDatabase(name, store, getCursorRegistry());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        String command = commandOf(message);
        if (command.equals("hello")) {
            return super.handleMessage(asIsMaster(message)).append("isWritablePrimary", true);
        }
        return WRITES.contains(command) || endsInWriting(message.getDocument())
                ? store.writing(() -> super.handleMessage(message))
                : store.reading(() -> super.handleMessage(message));
    }

    private static boolean endsInWriting(Document command) {
        return command.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.getLast() instanceof Document last
                && last.keySet().stream().anyMatch(WRITING_STAGES::contains);
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

    /** What was answered for is kept, and the folder may be opened again. */
    @Override
    public void close() {
        super.close();
        store.close();
    }
}
