package org.yol.gateway.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a page does not ask for but brings with it, which browsers take only when the hashes of the texts allow it: its
 * import map, the only script that has to be inline, and the style of its first words.
 */
final class InlineParts {

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script\\b[^>]*\\btype=[\"']?importmap\\b[^>]*>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    private InlineParts() {}

    /** Sources for {@code script-src}, such as {@code 'sha256-…'}; none when the page has no import map. */
    static List<String> scriptsOf(String html) {
        return sources(IMPORT_MAP, html);
    }

    /** Sources for {@code style-src}; none when the page has no style of its own. */
    static List<String> stylesOf(String html) {
        return sources(STYLE, html);
    }

    private static List<String> sources(Pattern part, String html) {
        return part.matcher(html)
                .results()
                .map(found -> "'sha256-" + sha256(found.group(1)) + "'")
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
