package org.yol.platform.document;

import com.mongodb.client.MongoCursor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.BsonDocument;

/**
 * A list as the store hands it out, some hundred documents at a time, through one cursor for each collection it is in.
 * To be closed, or the server keeps its cursors for ten minutes. For one thread.
 *
 * @param <T> what each document is read into
 */
public final class Results<T> implements Iterator<T>, AutoCloseable {

    private final List<MongoCursor<BsonDocument>> parts;
    private final List<BsonDocument> heads = new ArrayList<>();
    private final Function<BsonDocument, T> decode;
    private final Sorting sorting;
    private final Comparator<BsonDocument> order;
    private BsonDocument last;

    Results(List<MongoCursor<BsonDocument>> parts, Function<BsonDocument, T> decode, Sorting sorting) {
        this.parts = List.copyOf(parts);
        this.decode = decode;
        this.sorting = sorting;
        this.order = Position.inOrderOf(sorting);
        parts.forEach(_ -> heads.add(null));
    }

    @Override
    public boolean hasNext() {
        return first() >= 0;
    }

    @Override
    public T next() {
        int first = first();
        if (first < 0) {
            throw new NoSuchElementException();
        }
        last = heads.set(first, null);
        return decode.apply(last);
    }

    /**
     * Something in a list.
     *
     * @param position the cursor of what follows it, made when somebody asks: of many only one is wanted
     */
    public record Placed<T>(T item, Supplier<String> position) {}

    /** The next ones, at most so many, each with its place; fewer only at the end. */
    public List<Placed<T>> nextPlaced(int atMost) {
        List<Placed<T>> some = new ArrayList<>();
        while (some.size() < atMost && hasNext()) {
            T item = next();
            BsonDocument document = last;
            some.add(new Placed<>(item, () -> Position.after(document, sorting)));
        }
        return some;
    }

    /** The next ones, at most so many; fewer only at the end. */
    public List<T> next(int atMost) {
        List<T> some = new ArrayList<>();
        while (some.size() < atMost && hasNext()) {
            some.add(next());
        }
        return some;
    }

    /** The cursor of what follows the last one that was taken, of which there must have been one. */
    public String position() {
        return Position.after(last, sorting);
    }

    /** The part whose next document is the next of all; -1 at the end. */
    private int first() {
        int first = -1;
        for (int part = 0; part < heads.size(); part++) {
            if (heads.get(part) == null && parts.get(part).hasNext()) {
                heads.set(part, parts.get(part).next());
            }
            BsonDocument head = heads.get(part);
            if (head != null && (first < 0 || order.compare(head, heads.get(first)) < 0)) {
                first = part;
            }
        }
        return first;
    }

    @Override
    public void close() {
        parts.forEach(MongoCursor::close);
    }
}
