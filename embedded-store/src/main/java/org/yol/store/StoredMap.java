package org.yol.store;

import org.h2.mvstore.MVMap;

/** A map of the file whose changes are in the journal too. Only whoever writes alone may change it. */
record StoredMap(MVMap<byte[], byte[]> entries, Journal journal) {

    /** Returns what was there before, or null. */
    byte[] put(byte[] key, byte[] value) {
        journal.put(entries.getName(), key, value);
        return entries.put(key, value);
    }

    /** Returns what was there before, or null. */
    byte[] remove(byte[] key) {
        byte[] removed = entries.remove(key);
        if (removed != null) {
            journal.remove(entries.getName(), key);
        }
        return removed;
    }

    byte[] get(byte[] key) {
        return entries.get(key);
    }

    String name() {
        return entries.getName();
    }
}
