package org.yol.applications.lottery;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.digest.Sha256;

/**
 * The operator's part of the seed of a call's lottery, which nobody is shown before the call has closed. Public because
 * the record codec can read no other.
 *
 * @param id of the call
 * @param secret 32 random bytes, lower-case hex
 */
public record LotterySeed(@BsonId String id, String secret) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static LotterySeed of(String callId) {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new LotterySeed(callId, HexFormat.of().formatHex(secret));
    }

    /** What the operator binds itself by. */
    String commitment() {
        return commitment(secret);
    }

    /**
     * What somebody binds themselves by.
     *
     * @param part 32 bytes in lower-case hex
     */
    static String commitment(String part) {
        return Sha256.hex(HexFormat.of().parseHex(part));
    }
}
