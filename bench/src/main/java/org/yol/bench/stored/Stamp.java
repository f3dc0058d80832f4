package org.yol.bench.stored;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.RawBsonDocument;

/**
 * A stored document as bytes, with the places in it that differ from copy to copy. Whatever differs is as long in every
 * copy, so that nothing has to be encoded anew.
 */
final class Stamp {

    private final byte[] original;
    private final List<Mark> marks = new ArrayList<>();

    /**
     * Bytes to be replaced.
     *
     * @param value number of the value that stands there
     */
    private record Mark(int offset, int value) {}

    /** @param values what differs, as it stands in the document */
    Stamp(RawBsonDocument document, List<byte[]> values) {
        ByteBuffer bytes = document.getByteBuffer().asNIO();
        this.original = new byte[bytes.remaining()];
        bytes.get(original);
        for (int value = 0; value < values.size(); value++) {
            for (int at = find(values.get(value), 0); at >= 0; at = find(values.get(value), at + 1)) {
                marks.add(new Mark(at, value));
            }
        }
    }

    /** How many places differ. */
    int marks() {
        return marks.size();
    }

    /**
     * A copy.
     *
     * @param values what stands in it, in the same order and as long as in the original
     */
    RawBsonDocument with(List<byte[]> values) {
        byte[] copy = original.clone();
        for (Mark mark : marks) {
            byte[] value = values.get(mark.value());
            System.arraycopy(value, 0, copy, mark.offset(), value.length);
        }
        return new RawBsonDocument(copy);
    }

    private int find(byte[] value, int from) {
        for (int at = from; at <= original.length - value.length; at++) {
            if (Arrays.mismatch(original, at, at + value.length, value, 0, value.length) < 0) {
                return at;
            }
        }
        return -1;
    }
}
