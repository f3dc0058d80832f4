package org.yol.allocation.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.OutputStream;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the two files without forgiving anything. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    /**
     * Reads a file of a known format.
     *
     * @param what it is called in messages
     * @throws UnreadableRecord for anything else
     */
    static <T> T read(byte[] file, Class<T> type, String format, String what) {
        try {
            T read = MAPPER.readValue(file, type);
            requireFormat(file, format, what);
            return read;
        } catch (JacksonException e) {
            requireFormat(file, format, what);
            throw new UnreadableRecord("The " + what + " is not in its form: " + reason(e), e);
        }
    }

    /** A file of another format is told so, and not what it lacks of this one. */
    private static void requireFormat(byte[] file, String format, String what) {
        String found = "none";
        try (JsonParser parser = MAPPER.createParser(file)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                    parser.nextToken();
                    if (name.equals("format")) {
                        found = parser.getString();
                        break;
                    }
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            throw new UnreadableRecord("The " + what + " is no JSON: " + reason(e), e);
        }
        if (!format.equals(found)) {
            throw new UnreadableRecord(
                    "The " + what + " is of the format " + found + ", and this checker knows " + format + " only");
        }
    }

    private static String reason(JacksonException e) {
        String said =
                e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage();
        return said + " (" + e.getPathReference() + ", line " + e.getLocation().getLineNr() + ", column "
                + e.getLocation().getColumnNr() + ")";
    }

    /** Whether the bytes are those that RFC 8785 gives what was read from them. All numbers in it are whole. */
    static boolean isCanonical(Object read, byte[] file) {
        var compared = new Compared(file);
        MAPPER.writeValue(compared, read);
        return compared.isSame();
    }

    /** Compares what is written with what is there, without a second copy of it. */
    private static final class Compared extends OutputStream {

        private final byte[] expected;
        private int length;
        private boolean same = true;

        Compared(byte[] expected) {
            this.expected = expected;
        }

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            same &= count <= expected.length - length
                    && Arrays.equals(bytes, from, from + count, expected, length, length + count);
            length = same ? length + count : length;
        }

        boolean isSame() {
            return same && length == expected.length;
        }
    }
}
