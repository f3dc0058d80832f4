package org.yol.applications.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Goes along the entries of one database, and compares them with the heads that were noted elsewhere. */
final class ChainVerification {

    private static final int TOLD_EVERY = 10_000;

    private final String database;
    private final Consumer<String> progress;

    /** Of the heads that were noted elsewhere: by their number of entries the hashes, and where each was noted. */
    private final TreeMap<Long, Map<String, String>> noted = new TreeMap<>();

    private long number;
    private String hash = AuditEntry.BEGINNING;

    ChainVerification(String database, List<CommittedHeads> committed, Consumer<String> progress) {
        this.database = database;
        this.progress = progress;
        for (CommittedHeads heads : committed) {
            heads.of(database)
                    .forEach(head -> noted.computeIfAbsent(head.entries(), _ -> new HashMap<>())
                            .put(head.hash(), heads.where()));
        }
        compare();
    }

    /**
     * Goes on by an entry.
     *
     * @throws IllegalStateException when it cannot be the next
     */
    void follow(AuditEntry entry) {
        String fault = entry.faultAfter(number, hash);
        if (fault != null) {
            throw new IllegalStateException("The audit trail was rewritten in the database " + database + ": " + fault
                    + ". What comes before holds. Compare with a backup, and find out who could write there.");
        }
        number = entry.number();
        hash = entry.hash();
        compare();
        if (number % TOLD_EVERY == 0) {
            progress.accept(database + ": " + number + " entries hold");
        }
    }

    private void compare() {
        noted.getOrDefault(number, Map.of()).forEach((expected, where) -> {
            if (!expected.equals(hash)) {
                throw new IllegalStateException("The audit trail was rewritten in the database " + database
                        + " after entry " + lastHeld() + " and before entry " + (number + 1) + ": " + where
                        + " says that entry " + number + " had the hash " + expected + ", and it has " + hash
                        + ". Compare with a backup, and find out who could write there.");
            }
        });
    }

    /** The last entry before this one that was noted, so that it is the one that was. */
    private long lastHeld() {
        Long before = noted.lowerKey(number);
        return before == null ? 0 : before;
    }

    /**
     * What was found.
     *
     * @throws IllegalStateException when more entries were noted than there are
     */
    String end() {
        Map.Entry<Long, Map<String, String>> cut = noted.higherEntry(number);
        if (cut != null) {
            throw new IllegalStateException("The audit trail was cut off in the database " + database + " behind entry "
                    + number + ": " + String.join(", ", cut.getValue().values()) + " says that there were "
                    + noted.lastKey() + " entries. Compare with a backup, and find out who could write there.");
        }
        if (number == 0) {
            return database + ": no entries yet";
        }
        String held = database + ": " + number + " entries hold; the hash of the last one is " + hash;
        return noted.isEmpty() || noted.lastKey() == 0
                ? held
                : held + "; " + noted.lastKey() + " of them are as they were noted elsewhere";
    }
}
