package org.yol.applications.file;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoGridFSException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.GridFSUploadStream;
import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.function.IntConsumer;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.types.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yol.applications.person.PersonKeys;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** The bytes of files in one database: GridFS, written and read in pieces of {@value #PIECE} bytes. */
final class Contents {

    private static final Logger LOG = LoggerFactory.getLogger(Contents.class);

    private static final int PIECE = 256 * 1024;
    private static final String NAME = "contents";

    private final GridFSBucket bucket;
    private final MongoCollection<BsonDocument> pieces;
    private final PersonKeys keys;

    Contents(MongoDatabase database, PersonKeys keys) {
        this.keys = keys;
        this.bucket = GridFSBuckets.create(database, NAME).withChunkSizeBytes(PIECE);
        this.pieces = database.getCollection(NAME + ".chunks", BsonDocument.class);
    }

    /**
     * Writes bytes while they are read, locked with a person's key. Of what cannot be read to its end there may be
     * some.
     *
     * @param owner residence and account
     * @return how many were read
     */
    long write(ObjectId content, String owner, InputStream bytes) throws IOException {
        GridFSUploadStream written =
                bucket.openUploadStream(new BsonObjectId(content), owner, new GridFSUploadOptions());
        OutputStream locked = keys.locking(owner, content.toHexString(), written);
        long size = bytes.transferTo(locked);
        // Only now: closing is what makes a file of the pieces.
        locked.close();
        return size;
    }

    /**
     * The bytes, fetched one piece after the other as they are read, the first at once: it fails here if it fails.
     *
     * @param size how many there should be
     * @param pace is asked before each piece, with its size
     * @throws Refused not-found when there should be some and are none
     */
    InputStream open(ObjectId content, long size, IntConsumer pace) {
        PieceByPiece bytes = new PieceByPiece(content, size, pace);
        if (!bytes.fetch() && size > 0) {
            throw new Refused(Problem.NOT_FOUND);
        }
        return bytes;
    }

    /**
     * The same of bytes that are locked.
     *
     * @throws Refused not-found as well when the key of their owner is gone
     */
    InputStream unlock(ObjectId content, String owner, long size, IntConsumer pace) {
        try {
            return keys.opening(owner, content.toHexString(), open(content, size, pace));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Deletes bytes, or as many of them as there are. */
    void delete(ObjectId content) {
        try {
            bucket.delete(content);
        } catch (MongoGridFSException incomplete) {
            // Pieces without an end: they are gone now as well.
            LOG.debug("Half of a file deleted", incomplete);
        }
    }

    /** Deletes all that was written for somebody. */
    void deleteAll(String owner) {
        bucket.find(eq("filename", owner))
                .map(GridFSFile::getObjectId)
                .into(new ArrayList<>())
                .forEach(this::delete);
    }

    /**
     * The driver's own stream asks for a hundred pieces at a time, which is the whole of a file, and keeps them while a
     * slow reader takes the first. This one has a piece at most.
     */
    private final class PieceByPiece extends InputStream {

        private final ObjectId content;
        private final long size;
        private final IntConsumer pace;
        private int next;
        private byte[] piece = {};
        private int read;

        PieceByPiece(ObjectId content, long size, IntConsumer pace) {
            this.content = content;
            this.size = size;
            this.pace = pace;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (read == piece.length && !fetch()) {
                return -1;
            }
            int some = Math.min(length, piece.length - read);
            System.arraycopy(piece, read, into, offset, some);
            read += some;
            return some;
        }

        /** Asks for one piece by the two fields that name it, for any index on them to find it at once. */
        private boolean fetch() {
            piece = new byte[] {};
            read = 0;
            pace.accept(Math.clamp(size - (long) next * PIECE, 0, PIECE));
            BsonDocument found = pieces.find(and(eq("files_id", content), eq("n", next)))
                    .projection(fields(include("data")))
                    .first();
            if (found == null) {
                return false;
            }
            BsonBinary data = found.getBinary("data");
            piece = data.getData();
            next++;
            return piece.length > 0;
        }
    }
}
