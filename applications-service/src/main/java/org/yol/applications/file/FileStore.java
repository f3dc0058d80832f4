package org.yol.applications.file;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.yol.applications.person.PersonKeys;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.PerishableDocuments;
import org.yol.platform.due.Claim;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.Schedule;
import org.yol.platform.due.Task;
import org.yol.platform.due.WorkPlan;

/** The files in one database: what there is, where its bytes are, and what is on its way. */
final class FileStore {

    private final PerishableDocuments<StoredFile> files;
    private final PerishableDocuments<Upload> uploads;
    private final PerishableDocuments<Arrival> arrivals;
    private final Contents contents;

    FileStore(MongoDatabase database, AggregateCollections collections, PersonKeys keys) {
        this.files = collections.openPerishable(
                "files",
                StoredFile.class,
                List.of(new IndexModel(ascending("owner")), new IndexModel(ascending("content"))));
        this.uploads = collections.openPerishable("uploads", Upload.class, List.of());
        this.arrivals =
                collections.openPerishable("arrivals", Arrival.class, List.of(new IndexModel(ascending("owner"))));
        this.contents = new Contents(database, keys);
    }

    /** Writes bytes that no file names yet; what becomes of them if none ever does is seen to at that instant. */
    long write(Upload upload, String owner, InputStream bytes, Instant otherwise) throws IOException {
        uploads.keep(upload, new Schedule(Upload.CLEARING, otherwise));
        try {
            return contents.write(upload.content(), owner, bytes);
        } catch (IOException | RuntimeException broken) {
            takeBack(upload, broken);
            throw broken;
        }
    }

    /** Takes back what was written, because it cannot be taken. */
    void takeBack(Upload upload, Exception broken) {
        try {
            discard(upload);
        } catch (MongoException away) {
            // It is still written down, and cleared away later.
            broken.addSuppressed(away);
        }
    }

    /** Takes bytes away that nothing names. */
    void discard(Upload upload) {
        contents.delete(upload.content());
        uploads.remove(upload.id());
    }

    /**
     * Names the bytes of an upload. Of bytes that are there already the new copy goes.
     *
     * @param look when to see whether anything names the file
     */
    void name(StoredFile file, Upload upload, Instant look) {
        Schedule looked = new Schedule(StoredFile.LOOK, look);
        // A file that is there may be cleared away just now: then this one takes its place after all.
        while (!files.keep(file, looked)) {
            if (files.schedule(file.id(), looked)) {
                contents.delete(upload.content());
                break;
            }
        }
        uploads.remove(upload.id());
    }

    Optional<Arrival> arrival(String id) {
        return arrivals.find(id);
    }

    /** @param otherwise when it is forgotten, if it was not finished: its parts, which come later, stay longer */
    void begin(Arrival arrival, Instant otherwise) {
        arrivals.keep(arrival, new Schedule(Arrival.FORGETTING, otherwise));
    }

    /**
     * Adds a part behind what has come.
     *
     * @return whether it was the next
     */
    boolean append(Arrival arrival, ObjectId content, long bytes) {
        return arrivals.stored()
                        .updateOne(
                                and(eq("_id", arrival.id()), eq("received", arrival.received())),
                                combine(push("parts", content), inc("received", bytes)))
                        .getMatchedCount()
                > 0;
    }

    void forget(Arrival arrival) {
        arrivals.remove(arrival.id());
    }

    /** Has a file scanned as soon as may be. */
    void scanLater(String id, Instant at) {
        files.schedule(id, new Schedule(StoredFile.SCAN, at));
    }

    /** @param virus null when nothing was found */
    void scanned(String id, Instant at, String virus) {
        files.stored().updateOne(eq("_id", id), combine(set("scanned", at), set("virus", virus)));
    }

    void scan(WorkPlan plan, Task<StoredFile> task) {
        files.work(plan, task);
    }

    Optional<StoredFile> find(String id) {
        return files.find(id);
    }

    InputStream open(StoredFile file, IntConsumer pace) {
        return file.locked()
                ? contents.unlock(file.content(), ownerOf(file), file.size(), pace)
                : contents.open(file.content(), file.size(), pace);
    }

    /** The bytes of an upload. */
    InputStream open(Upload upload, String owner, long size) {
        return contents.unlock(upload.content(), owner, size, _ -> {});
    }

    void look(String id, Instant at) {
        files.schedule(id, new Schedule(StoredFile.LOOK, at));
    }

    /** The sizes in bytes of all files of somebody, those on their way in parts included. */
    List<Long> sizes(String owner) {
        List<Long> sizes = new ArrayList<>();
        for (MongoCollection<BsonDocument> kept : List.of(files.stored(), arrivals.stored())) {
            kept.find(eq("owner", owner))
                    .projection(include("size"))
                    .map(file -> file.getNumber("size").longValue())
                    .into(sizes);
        }
        return sizes;
    }

    /** All files of somebody. */
    List<StoredFile> of(String owner) {
        return files
                .stored()
                .find(within(owner))
                .projection(include("_id"))
                .map(file -> file.getString("_id").getValue())
                .into(new ArrayList<>())
                .stream()
                .flatMap(id -> files.find(id).stream())
                .toList();
    }

    /** Takes away all there is of somebody's, half things and what is on its way included. */
    void eraseAll(String owner) {
        arrivals.stored().deleteMany(within(owner));
        for (MongoCollection<BsonDocument> holding : List.of(files.stored(), uploads.stored())) {
            for (BsonDocument document : holding.find(within(owner)).into(new ArrayList<>())) {
                contents.delete(document.getObjectId("content").getValue());
                holding.deleteOne(eq("_id", document.get("_id")));
            }
        }
        contents.deleteAll(owner);
    }

    /** What has an id that begins with an owner. */
    private static Bson within(String owner) {
        // The character behind a slash is a nought.
        return and(gte("_id", owner + "/"), lt("_id", owner + "0"));
    }

    void work(WorkPlan looking, Task<StoredFile> look, WorkPlan clearing, WorkPlan forgetting, Runnable cleared) {
        arrivals.work(forgetting, (arrival, claim) -> {
            arrivals.remove(claim);
            return Outcome.WRITTEN;
        });
        files.work(looking, look);
        uploads.work(clearing, (upload, claim) -> {
            clear(upload, claim, cleared);
            return Outcome.WRITTEN;
        });
    }

    private void clear(Upload upload, Claim claim, Runnable cleared) {
        if (files.stored()
                        .find(eq("content", upload.content()))
                        .projection(include("_id"))
                        .first()
                == null) {
            contents.delete(upload.content());
            cleared.run();
        }
        uploads.remove(claim);
    }

    /**
     * Takes a file away that was claimed for it, and its bytes.
     *
     * @param otherwise when to see to its bytes, if this process dies in between
     * @return whether it was taken away: not when somebody has brought the same bytes in the meantime
     */
    boolean remove(StoredFile file, Claim claim, Instant otherwise) {
        Upload leaving = Upload.of(ownerOf(file), file.content());
        uploads.keep(leaving, new Schedule(Upload.CLEARING, otherwise));
        boolean removed = files.remove(claim);
        if (removed) {
            contents.delete(file.content());
        }
        uploads.remove(leaving.id());
        return removed;
    }

    static String ownerOf(StoredFile file) {
        return file.id().substring(0, file.id().lastIndexOf('/'));
    }
}
