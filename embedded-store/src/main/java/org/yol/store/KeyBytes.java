package org.yol.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Writes values as bytes that compare, unsigned and from the left, as MongoDB compares the values. No value's bytes
 * begin another's, so that the values of several fields can follow each other. A byte of 0 or 0xFF never comes first.
 */
final class KeyBytes {

    /** An array without elements: it comes before null, and equals no single value. */
    static final Object NOTHING_IN_IT = new Object();

    private static final int TAG_MIN = 0x05;
    private static final int TAG_NOTHING = 0x08;
    private static final int TAG_NULL = 0x10;
    private static final int TAG_NUMBER = 0x20;
    private static final int TAG_STRING = 0x30;
    private static final int TAG_DOCUMENT = 0x40;
    private static final int TAG_ARRAY = 0x50;
    private static final int TAG_BINARY = 0x58;
    private static final int TAG_LEGACY_UUID = 0x60;
    private static final int TAG_UUID = 0x68;
    private static final int TAG_OBJECT_ID = 0x70;
    private static final int TAG_BOOLEAN = 0x80;
    private static final int TAG_INSTANT = 0x90;
    private static final int TAG_TIMESTAMP = 0x98;
    private static final int TAG_REGEX = 0xA0;
    private static final int TAG_SCRIPT = 0xA8;
    private static final int TAG_MAX = 0xF0;

    private byte[] bytes = new byte[64];
    private int length;
    private boolean ordered = true;

    static byte[] of(Object value) {
        return of(value, true);
    }

    static byte[] of(Object value, boolean ascending) {
        return new KeyBytes().append(value, ascending).toBytes();
    }

    /** What all values of the same kind begin with. */
    static int kindOf(Object value) {
        return switch (value) {
            case null -> TAG_NULL;
            case Missing _ -> TAG_NULL;
            case Number _ -> TAG_NUMBER;
            case String _ -> TAG_STRING;
            case Map<?, ?> _ -> TAG_DOCUMENT;
            case Collection<?> _ -> TAG_ARRAY;
            case BinData _ -> TAG_BINARY;
            case LegacyUUID _ -> TAG_LEGACY_UUID;
            case UUID _ -> TAG_UUID;
            case ObjectId _ -> TAG_OBJECT_ID;
            case Boolean _ -> TAG_BOOLEAN;
            case Instant _ -> TAG_INSTANT;
            case BsonTimestamp _ -> TAG_TIMESTAMP;
            case BsonRegularExpression _ -> TAG_REGEX;
            case MinKey _ -> TAG_MIN;
            case MaxKey _ -> TAG_MAX;
            default -> value == NOTHING_IN_IT ? TAG_NOTHING : TAG_SCRIPT;
        };
    }

    KeyBytes append(Object value, boolean ascending) {
        int start = length;
        write(value);
        if (!ascending) {
            for (int i = start; i < length; i++) {
                bytes[i] = (byte) ~bytes[i];
            }
        }
        return this;
    }

    /** Whether the bytes of all values of a kind are ordered, see {@link #kindOf}. */
    static boolean isOrdered(int kind) {
        return switch (kind & 0xFF) {
            case TAG_NULL, TAG_NUMBER, TAG_STRING, TAG_UUID, TAG_OBJECT_ID, TAG_BOOLEAN, TAG_INSTANT -> true;
            default -> false;
        };
    }

    /** Of something that was written before. */
    KeyBytes append(byte[] written) {
        ensure(written.length);
        System.arraycopy(written, 0, bytes, length, written.length);
        length += written.length;
        return this;
    }

    KeyBytes copy() {
        KeyBytes copy = new KeyBytes().append(toBytes());
        copy.ordered = ordered;
        return copy;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Whether the bytes compare as the store's own sort does; values of rare kinds are only equal or not. */
    boolean isOrdered() {
        return ordered;
    }

    private void write(Object value) {
        put(kindOf(value));
        switch (value) {
            case Number number -> number(number);
            case String text -> text(text);
            case ObjectId id -> put(id.toByteArray());
            case Boolean flag -> put(flag ? 1 : 0);
            case Instant instant -> put(instant.toEpochMilli() ^ Long.MIN_VALUE);
            case UUID uuid -> uuid(uuid);
            case null -> {}
            default -> rare(value);
        }
    }

    private void rare(Object value) {
        switch (value) {
            case Missing _, MinKey _, MaxKey _ -> {}
            case Map<?, ?> fields -> {
                ordered = false;
                fields.forEach((name, field) -> {
                    put(kindOf(field));
                    text((String) name);
                    write(field);
                });
                put(0);
            }
            case Collection<?> elements -> {
                ordered = false;
                elements.forEach(this::write);
                put(0);
            }
            case BinData binary -> {
                ordered = false;
                for (byte one : binary.getData()) {
                    escaped(one & 0xFF);
                }
                put(0);
            }
            case LegacyUUID uuid -> {
                ordered = false;
                uuid(uuid.getUuid());
            }
            case BsonTimestamp timestamp -> {
                ordered = false;
                put(timestamp.getValue());
            }
            case BsonRegularExpression expression -> {
                ordered = false;
                text(expression.getPattern());
                text(String.valueOf(expression.getOptions()));
            }
            case BsonJavaScript script -> {
                ordered = false;
                text(script.getCode());
            }
            // No sort is by a field with arrays.
            default -> ordered &= value == NOTHING_IN_IT;
        }
    }

    private void uuid(UUID uuid) {
        put(uuid.getMostSignificantBits());
        put(uuid.getLeastSignificantBits());
    }

    /** By its UTF-16 units, as {@link String#compareTo} does; a 0 ends it. */
    private void text(String text) {
        ensure(text.length() * 3 + 1);
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < 0x80) {
                escaped(unit);
            } else if (unit < 0x800) {
                put(0xC0 | unit >> 6);
                put(0x80 | unit & 0x3F);
            } else {
                put(0xE0 | unit >> 12);
                put(0x80 | unit >> 6 & 0x3F);
                put(0x80 | unit & 0x3F);
            }
        }
        put(0);
    }

    private void escaped(int one) {
        if (one <= 1) {
            put(1);
            put(one + 1);
        } else {
            put(one);
        }
    }

    /** All kinds of numbers in one order, none rounded: sign, exponent, digits. */
    private void number(Number number) {
        double approximate = number.doubleValue();
        if (Double.isNaN(approximate)) {
            put(0x83);
        } else if (number.equals(Decimal128.POSITIVE_INFINITY) || number.equals(Double.POSITIVE_INFINITY)) {
            put(0x82);
        } else if (number.equals(Decimal128.NEGATIVE_INFINITY) || number.equals(Double.NEGATIVE_INFINITY)) {
            put(0x7E);
        } else {
            decimal(decimalOf(number));
        }
    }

    private static BigDecimal decimalOf(Number number) {
        return switch (number) {
            case Double _, Float _ -> new BigDecimal(number.doubleValue());
            case Decimal128 decimal -> decimalOf(decimal);
            default -> BigDecimal.valueOf(number.longValue());
        };
    }

    private static BigDecimal decimalOf(Decimal128 decimal) {
        try {
            return decimal.toBigDecimal();
        } catch (ArithmeticException negativeZero) {
            return BigDecimal.ZERO;
        }
    }

    private void decimal(BigDecimal decimal) {
        int sign = decimal.signum();
        put(0x80 + sign);
        if (sign == 0) {
            return;
        }
        int start = length;
        BigDecimal stripped = decimal.stripTrailingZeros();
        String digits = stripped.unscaledValue().abs().toString();
        int exponent = digits.length() - stripped.scale() + 0x8000;
        put(exponent >> 8);
        put(exponent);
        for (int i = 0; i < digits.length(); i++) {
            put(digits.charAt(i));
        }
        put(0);
        if (sign < 0) {
            for (int i = start; i < length; i++) {
                bytes[i] = (byte) ~bytes[i];
            }
        }
    }

    private void put(long eight) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            put((int) (eight >>> shift));
        }
    }

    private void put(byte[] many) {
        for (byte one : many) {
            put(one);
        }
    }

    private void put(int one) {
        ensure(1);
        bytes[length++] = (byte) one;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /** Whether a value in a query stands for itself: what else there is says how to compare. */
    static boolean isPlain(Object value) {
        return switch (value) {
            case null -> true;
            case String _, Boolean _, Instant _, ObjectId _, UUID _ -> true;
            case Number number -> !Double.isNaN(number.doubleValue());
            case Document fields -> fields.keySet().stream().noneMatch(name -> name.startsWith("$"));
            default -> false;
        };
    }
}
