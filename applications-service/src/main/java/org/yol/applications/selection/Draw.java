package org.yol.applications.selection;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.yol.platform.digest.Sha256;

/**
 * The lottery of a selection: the number of each application, and its lot, by which ties are broken (domain.md,
 * Selection).
 *
 * @param seed 32 bytes in lower-case hex
 * @param numbers by application, of those who take part; null where all do, in a trial before the draw
 * @param applications by their numbers, of the same
 */
record Draw(String seed, Map<String, String> numbers, Map<String, String> applications) {

    static Draw of(String seed, Map<String, String> numbers) {
        return new Draw(
                seed,
                numbers,
                numbers.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey)));
    }

    /**
     * A lottery for the trials of a call, which decides nothing and is no foretaste of the one that does. All of them
     * have the same, so that they differ by their terms alone.
     */
    static Draw ofTrial(String callId) {
        return new Draw(Sha256.hex("trial\n" + callId), null, Map.of());
    }

    /** That by which a trial was made. */
    static Draw ofTrial(SelectionInput made) {
        return new Draw(made.seed(), null, Map.of());
    }

    /** The number of an application; empty when it takes no part. */
    Optional<String> number(String applicationId) {
        return numbers == null
                ? Optional.of(Sha256.hex(seed + applicationId))
                : Optional.ofNullable(numbers.get(applicationId));
    }

    /** HMAC-SHA256 of the number with the seed as its key, lower-case hex: the lower, the better. */
    String lottery(String number) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(seed), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(number.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
