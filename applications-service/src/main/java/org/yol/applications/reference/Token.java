package org.yol.applications.reference;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yol.platform.digest.Sha256;

/**
 * What a one-time link holds: the id of the reference, so that it is found in its country, and 256 random bits.
 *
 * @param secret the random bits in base64url
 */
record Token(String referenceId, String secret) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("([a-z0-9-]{1,60})\\.([A-Za-z0-9_-]{43})");

    static Token fresh(String referenceId) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Token(referenceId, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty for what is no token. */
    static Optional<Token> of(String text) {
        return Optional.ofNullable(text)
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .map(found -> new Token(found.group(1), found.group(2)));
    }

    String text() {
        return referenceId + "." + secret;
    }

    /** SHA-256 of the secret: random as it is, it needs no slower digest. */
    String digest() {
        return Sha256.hex(secret);
    }

    /** Whether this is one of a reference's links. Its time says nothing of how much was right. */
    boolean opens(Reference reference) {
        byte[] digest = bytes(digest());
        boolean found = false;
        for (String link : reference.mails().links()) {
            found |= MessageDigest.isEqual(bytes(link), digest);
        }
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Not the secret, wherever it may be written. */
    @Override
    public String toString() {
        return referenceId;
    }
}
