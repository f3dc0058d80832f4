package org.yol.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * An index over one or several fields, in the store. Its entries are the values of the fields, each as {@link KeyBytes}
 * in the direction of the field, and then the position; what they hold is where in them the position begins. A document
 * with an array has an entry for each element.
 *
 * <p>One entry more says that the index is complete, and what was ever in it that limits its use.
 */
final class FieldIndex extends Index<Key> implements OrderedKeys {

    /** Comes before all entries. */
    private static final byte[] STATE = {0};

    private static final long UNORDERED = 1L << 63;
    private static final int FIELDS_AT_MOST = 62;

    private final StoredMap map;
    private final List<FieldPath> paths;
    private final boolean unique;
    private volatile long state;

    FieldIndex(String name, List<IndexKey> keys, boolean sparse, boolean unique, StoredMap map) {
        super(name, keys, sparse);
        this.map = map;
        this.unique = unique;
        this.paths = keys.stream().map(IndexKey::getKey).map(FieldPath::of).toList();
        byte[] kept = map.get(STATE);
        this.state = kept == null ? 0 : ByteBuffer.wrap(kept).getLong();
    }

    /** What stands in the index for a document. */
    private record Entries(TreeSet<byte[]> keys, long state) {}

    @Override
    public List<IndexKey> fields() {
        return getKeys();
    }

    @Override
    public List<At> read(Range range, boolean backwards, byte[] behind, int atMost) {
        return map.entries(range, backwards, behind, atMost).stream()
                .map(entry -> new At(entry.key(), position(entry)))
                .toList();
    }

    private static Key position(Entry entry) {
        int begin = ByteBuffer.wrap(entry.value()).getInt();
        return new Key(Arrays.copyOfRange(entry.key(), begin, entry.key().length));
    }

    @Override
    public long count(Range range, long atMost) {
        return map.count(range, atMost);
    }

    @Override
    public boolean leavesOut() {
        return isSparse();
    }

    @Override
    public boolean hasArrays(int field) {
        return (state & 1L << field) != 0;
    }

    @Override
    public boolean isOrdered() {
        return (state & UNORDERED) == 0;
    }

    /** Since a field that is named by a number may mean an element of an array, which is not looked for here. */
    boolean isUsable() {
        return paths.size() <= FIELDS_AT_MOST
                && paths.stream()
                        .flatMap(path -> path.steps().stream())
                        .noneMatch(step -> step.isEmpty() || step.startsWith("$") || step.matches("\\d+"));
    }

    /** Every document of the collection is in it from now on. */
    void complete() {
        if (isEmpty()) {
            keepState();
        }
    }

    private void keepState() {
        map.put(STATE, ByteBuffer.allocate(Long.BYTES).putLong(state).array());
    }

    /** Before anything is written: also that the document can be in the index at all. */
    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        Entries entries = entriesOf(document);
        if (unique) {
            Key position = Key.of(document.get(IdIndex.ID));
            entries.keys().forEach(key -> requireNoOther(key, position, document, collection));
        }
    }

    private void requireNoOther(byte[] key, Key position, Document document, MongoCollection<Key> collection) {
        byte[] own = new KeyBytes().append(key).append(position.bytes()).toBytes();
        for (byte[] found : map.newestKeys(key, 2)) {
            if (!Arrays.equals(found, own)) {
                throw new DuplicateKeyError(this, collection, getKeys(), valuesIn(document));
            }
        }
    }

    private KeyValue valuesIn(Document document) {
        return new KeyValue(keys().stream()
                .map(key -> Utils.getSubdocumentValueCollectionAware(document, key))
                .toList());
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {
        Entries entries = entriesOf(document);
        remember(entries);
        entries.keys().forEach(key -> add(key, position));
    }

    private void add(byte[] key, Key position) {
        map.put(
                new KeyBytes().append(key).append(position.bytes()).toBytes(),
                ByteBuffer.allocate(Integer.BYTES).putInt(key.length).array());
    }

    private void remember(Entries entries) {
        if ((state | entries.state()) != state) {
            state |= entries.state();
            if (!isEmpty()) {
                keepState();
            }
        }
    }

    @Override
    public Key remove(Document document) {
        Key position = Key.of(document.get(IdIndex.ID));
        entriesOf(document).keys().forEach(key -> remove(key, position));
        return position;
    }

    private void remove(byte[] key, Key position) {
        map.remove(new KeyBytes().append(key).append(position.bytes()).toBytes());
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {
        checkAdd(after, collection);
    }

    @Override
    public void updateInPlace(Document before, Document after, Key position, MongoCollection<Key> collection) {
        Entries old = entriesOf(before);
        Entries now = entriesOf(after);
        remember(now);
        old.keys().stream().filter(key -> !now.keys().contains(key)).forEach(key -> remove(key, position));
        now.keys().stream().filter(key -> !old.keys().contains(key)).forEach(key -> add(key, position));
    }

    private Entries entriesOf(Document document) {
        long found = 0;
        boolean present = false;
        List<KeyBytes> keys = List.of(new KeyBytes());
        for (int field = 0; field < paths.size(); field++) {
            FieldPath.Values values = paths.get(field).in(document);
            present |= values.isPresent();
            found |= values.throughArray() ? 1L << field : 0;
            keys = extended(keys, values.found(), getKeys().get(field).isAscending());
        }
        if (Long.bitCount(found) > 1) {
            refuseSeveralArrays(document);
        }
        TreeSet<byte[]> distinct = new TreeSet<>(Arrays::compareUnsigned);
        if (present || !isSparse()) {
            keys.forEach(key -> distinct.add(key.toBytes()));
        }
        boolean ordered = keys.stream().allMatch(KeyBytes::isOrdered);
        return new Entries(distinct, ordered ? found : found | UNORDERED);
    }

    private static List<KeyBytes> extended(List<KeyBytes> keys, List<Object> values, boolean ascending) {
        if (values.size() == 1) {
            keys.forEach(key -> key.append(values.getFirst(), ascending));
            return keys;
        }
        List<KeyBytes> extended = new ArrayList<>();
        for (KeyBytes key : keys) {
            for (Object value : values) {
                extended.add(key.copy().append(value, ascending));
            }
        }
        return extended;
    }

    /** As MongoDB does: two arrays side by side would have an entry for each pair. */
    private void refuseSeveralArrays(Document document) {
        List<String> arrays = keys().stream()
                .map(key -> firstArrayOn(key, document))
                .filter(path -> path != null)
                .distinct()
                .toList();
        if (arrays.size() > 1) {
            throw new CannotIndexParallelArraysError(arrays);
        }
    }

    private static String firstArrayOn(String path, Document document) {
        Object value = document;
        StringBuilder walked = new StringBuilder();
        for (String step : path.split("\\.")) {
            if (!(value instanceof Map<?, ?> fields)) {
                return null;
            }
            value = fields.get(step);
            walked.append(walked.isEmpty() ? "" : ".").append(step);
            if (value instanceof List<?>) {
                return walked.toString();
            }
        }
        return null;
    }

    @Override
    public Key getPosition(Document document) {
        return null;
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Key> getPositions(Document query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long getCount() {
        return count(Range.ALL, Long.MAX_VALUE);
    }

    /** An index that was never {@link #complete}. */
    @Override
    public boolean isEmpty() {
        return map.get(STATE) == null;
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    /** The map goes with the index, see {@link StoredDatabase}. */
    @Override
    public void drop() {}

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other) && unique == other.isUnique();
    }

    @Override
    public boolean isUnique() {
        return unique;
    }
}
