package org.yol.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Documents as the bytes they are stored and sent as. */
final class StoredBson {

    private StoredBson() {}

    static byte[] encode(Document document) {
        ByteBuf buffer = Unpooled.buffer(1024);
        BsonEncoder.encodeDocument(document, buffer);
        return ByteBufUtil.getBytes(buffer);
    }

    static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    /** Only those of the document's own fields that are wanted; the others cost next to nothing. */
    static Document decode(byte[] bytes, Set<String> wanted) {
        Document document = new Document();
        ByteBuf buffer = Unpooled.wrappedBuffer(bytes).skipBytes(Integer.BYTES);
        for (byte type = buffer.readByte(); type != 0; type = buffer.readByte()) {
            int length = buffer.bytesBefore((byte) 0);
            String name = buffer.toString(buffer.readerIndex(), length, StandardCharsets.UTF_8);
            buffer.skipBytes(length + 1);
            if (wanted.contains(name)) {
                document.put(name, BsonDecoder.decodeValue(type, buffer));
            } else {
                skip(type, buffer);
            }
        }
        return document;
    }

    private static void skip(byte type, ByteBuf buffer) {
        switch (type) {
            case 0x01, 0x09, 0x11, 0x12 -> buffer.skipBytes(8);
            case 0x02, 0x0D -> buffer.skipBytes(buffer.readIntLE());
            case 0x03, 0x04 -> buffer.skipBytes(buffer.readIntLE() - Integer.BYTES);
            case 0x05 -> buffer.skipBytes(buffer.readIntLE() + 1);
            case 0x07 -> buffer.skipBytes(12);
            case 0x08 -> buffer.skipBytes(1);
            case 0x0B -> {
                buffer.skipBytes(buffer.bytesBefore((byte) 0) + 1);
                buffer.skipBytes(buffer.bytesBefore((byte) 0) + 1);
            }
            case 0x10 -> buffer.skipBytes(4);
            case 0x13 -> buffer.skipBytes(16);
            // Null, the smallest and the largest key: nothing follows.
            case 0x06, 0x0A, 0x7F, -1 -> {}
            default -> BsonDecoder.decodeValue(type, buffer);
        }
    }
}
