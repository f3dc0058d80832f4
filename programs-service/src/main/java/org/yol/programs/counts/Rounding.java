package org.yol.programs.counts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps single people out of public numbers: each number of the smallest groups, the people of one country at one call
 * (and of an exchange, between the same two universities), is rounded at random to a multiple of {@value #BASE}, up or
 * down so that it is right on average, and always in the same way for the same group. Whatever larger number is public
 * is a sum of these, so that no difference between two tables says more than the tables.
 *
 * <p>Everything of a group is rounded by one secret offset: a number that is at most another one stays so, and of a
 * number that grows nobody can tell by how many people it has grown. A public 0 may be 0 to 4 people, a public 5 may be
 * 1 to 9: that somebody is one of fewer than five can never be concluded.
 */
final class Rounding {

    /** What all public numbers are multiples of. */
    static final int BASE = 5;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param secret 32 bytes that nobody may know */
    Rounding(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The numbers of a group as everybody may know them. */
    Tally shown(String callId, String group, Tally exact) {
        return exact.equals(Tally.NONE) ? exact : shown(exact, offset(callId, group));
    }

    /** @param offset 0 to 4 */
    static Tally shown(Tally exact, int offset) {
        return new Tally(
                shown(exact.started(), offset),
                shown(exact.applied(), offset),
                shown(exact.selected(), offset),
                shown(exact.went(), offset));
    }

    private static int shown(int exact, int offset) {
        return (exact + offset) / BASE * BASE;
    }

    private int offset(String callId, String group) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] code = mac.doFinal((callId + "/" + group).getBytes(StandardCharsets.UTF_8));
            return Integer.remainderUnsigned(ByteBuffer.wrap(code).getInt(), BASE);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
