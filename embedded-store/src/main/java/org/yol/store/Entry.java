package org.yol.store;

/** What a map has under a key. */
record Entry(byte[] key, byte[] value) {}
