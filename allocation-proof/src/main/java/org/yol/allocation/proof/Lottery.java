package org.yol.allocation.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Lottery numbers: HMAC-SHA256 of an applicant's number under the seed of the selection. */
final class Lottery {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    /** @param seed 32 bytes */
    Lottery(byte[] seed) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(seed, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    /** 64 digits. */
    String of(String number) {
        return HexFormat.of().formatHex(mac.doFinal(number.getBytes(StandardCharsets.UTF_8)));
    }
}
