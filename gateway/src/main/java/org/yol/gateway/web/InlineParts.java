package org.yol.gateway.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The import maps of a page: the only scripts that browsers demand inline, allowed by the hashes of their texts. */
final class ImportMap {

    private static final Pattern INLINE =
            Pattern.compile("<script\\b[^>]*\\btype=[\"']?importmap\\b[^>]*>(.*?)</script>", Pattern.DOTALL);

    private ImportMap() {}

    /** Sources for {@code script-src}, such as {@code 'sha256-…'}; none when the page has no import map. */
    static List<String> sourcesIn(String html) {
        return INLINE.matcher(html)
                .results()
                .map(script -> "'sha256-" + sha256(script.group(1)) + "'")
                .toList();
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
