package org.yol.applications.document;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import org.yol.applications.application.ApplicationProblem;
import org.yol.platform.digest.Sha256;
import org.yol.platform.problem.Refused;

/**
 * The bytes of all files, each kept once. Written before the application that names them, so that none is ever missing.
 */
@Component
class Contents {

    private static final Set<String> TYPES = Set.of("application/pdf", "image/jpeg", "image/png");

    private final MongoCollection<Content> contents;
    private final Tika detector = new Tika();

    Contents(MongoDatabase database) {
        this.contents = database.getCollection("contents", Content.class);
    }

    /**
     * Keeps the bytes.
     *
     * @throws Refused unsupported-file-type unless the bytes are those of a PDF, a JPEG or a PNG, whatever the file is
     *     called
     */
    Content keep(byte[] bytes) {
        String type = detector.detect(bytes);
        if (!TYPES.contains(type)) {
            throw new Refused(ApplicationProblem.UNSUPPORTED_FILE_TYPE, type);
        }
        Content content = new Content(Sha256.hex(bytes), type, new Binary(bytes));
        try {
            contents.insertOne(content);
        } catch (MongoWriteException failure) {
            // The same bytes are there already.
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
        }
        return content;
    }

    Optional<Content> find(String sha256) {
        return Optional.ofNullable(contents.find(eq("_id", sha256)).first());
    }
}
