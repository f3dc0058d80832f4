package org.yol.platform.document;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.yol.platform.digest.Sha256;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * Makes a repeated request recognisable: stored in the document by the very write it caused, so that "done" and "known
 * to be done" cannot come apart.
 *
 * @param key digest of who asked and their Idempotency-Key
 * @param digest digest of what was asked
 */
public record RequestIdentity(String key, String digest) {

    /** Of a cause that always asks for the same: an event, or a step of a chain that some other document began. */
    public static RequestIdentity ofCause(String... parts) {
        String key = Sha256.hex(String.join("\n", parts));
        return new RequestIdentity(key, key);
    }

    /** An id that the same request always gets, for the document it creates. */
    public String derivedId() {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Of one of several writes that one request asks for. */
    public RequestIdentity part(String name) {
        return new RequestIdentity(Sha256.hex(key + "\n" + name), digest);
    }

    BsonDocument remembered() {
        return new BsonDocument("key", new BsonString(key)).append("digest", new BsonString(digest));
    }

    boolean isRepeatedIn(BsonDocument document) {
        for (BsonValue value : document.getArray("requests", new BsonArray())) {
            if (value.asDocument().getString("key").getValue().equals(key)) {
                if (!value.asDocument().getString("digest").getValue().equals(digest)) {
                    throw new Refused(Problem.IDEMPOTENCY_KEY_REUSED);
                }
                return true;
            }
        }
        return false;
    }
}
