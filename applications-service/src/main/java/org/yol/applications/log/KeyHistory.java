package org.yol.applications.log;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.yol.applications.canonical.CanonicalJson;
import org.yol.transparency.VerifierKey;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Follows from entry to entry which key signs: each is introduced by the signature of the one before. */
final class KeyHistory {

    private String current;

    /**
     * Goes on by an entry; only those of keys matter.
     *
     * @throws IllegalStateException when it introduces a key that the one before has not signed
     */
    void follow(LogEntry entry) {
        if (!entry.statement().kind().equals(Statement.LOG_KEY)) {
            return;
        }
        ObjectNode says =
                (ObjectNode) JsonMapper.shared().readTree(entry.statement().text());
        String key = says.path("key").asString("");
        String previous = says.path("previous").asString(null);
        if (current != null && nameOf(current).equals(nameOf(key)) && !isSigned(says, previous)) {
            throw new IllegalStateException(
                    "Entry " + entry.index() + " introduces a key that the one before has not signed.");
        }
        current = key;
    }

    private boolean isSigned(ObjectNode says, String previous) {
        String signature = says.path("signature").asString("");
        says.remove("signature");
        return current.equals(previous)
                && VerifierKey.parse(previous)
                        .isSigned(
                                CanonicalJson.of(says).getBytes(StandardCharsets.UTF_8),
                                Base64.getDecoder().decode(signature));
    }

    /** Whoever begins a log of another name has to be known anew. */
    private static String nameOf(String key) {
        return VerifierKey.parse(key).name();
    }
}
