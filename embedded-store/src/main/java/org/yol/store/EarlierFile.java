package org.yol.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file as the first releases wrote it: documents as serialized objects, indexes of unique values only. */
final class EarlierFile {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierFile.class);

    private static final String DOCUMENTS = "databases.";
    private static final String NUMBERS = "meta.";
    private static final String INDEX = "._index_";
    private static final int COMMITTED_AT_LEAST_EVERY = 500;

    private EarlierFile() {}

    /** Does nothing when the file is of today. When it is stopped in between, the next attempt begins anew. */
    static void convert(MVStore store) {
        List<String> earlier = store.getMapNames().stream()
                .filter(name -> name.startsWith(DOCUMENTS) || name.startsWith(NUMBERS) || name.contains(INDEX))
                .filter(name -> !name.startsWith(StoreFile.DOCUMENTS) && !name.startsWith(StoreFile.INDEXES))
                .toList();
        if (earlier.isEmpty()) {
            return;
        }
        LOG.info("Bringing the store's file up to date");
        earlier.stream().filter(name -> name.startsWith(DOCUMENTS)).forEach(name -> copy(store, name));
        earlier.forEach(store::removeMap);
        store.commit();
    }

    private static void copy(MVStore store, String name) {
        MVMap<Object, Document> documents = store.openMap(name);
        MVMap<byte[], byte[]> copies = StoreFile.map(store, StoreFile.DOCUMENTS + name.substring(DOCUMENTS.length()));
        int copied = 0;
        copies.clear();
        for (var document : documents.entrySet()) {
            copies.put(KeyBytes.of(document.getKey()), StoredBson.encode(document.getValue()));
            if (++copied % COMMITTED_AT_LEAST_EVERY == 0) {
                store.commit();
            }
        }
    }
}
