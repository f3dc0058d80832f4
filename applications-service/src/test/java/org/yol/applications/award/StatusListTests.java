package org.yol.applications.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.BitSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class StatusListTests {

    /** W3C Bitstring Status List 1.0, the example of a list in which nothing is set. */
    private static final String OF_THE_STANDARD =
            "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";

    @Test
    void nothingIsSetAtFirstAsInTheExampleOfTheStandard() throws IOException {
        assertThat(bytes(new StatusList().encoded())).isEqualTo(bytes(OF_THE_STANDARD));
    }

    @Test
    void firstBitIsTheHighestOfTheFirstByte() throws IOException {
        StatusList list = new StatusList();
        list.set(0);
        list.set(9);
        list.set(StatusList.LENGTH - 1);

        byte[] bytes = bytes(list.encoded());

        assertThat(bytes[0]).isEqualTo((byte) 0x80);
        assertThat(bytes[1]).isEqualTo((byte) 0x40);
        assertThat(bytes[bytes.length - 1]).isEqualTo((byte) 1);
        assertThat(BitSet.valueOf(bytes).cardinality()).isEqualTo(3);
    }

    static byte[] bytes(String encoded) throws IOException {
        byte[] packed = Base64.getUrlDecoder().decode(encoded.substring(1));
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return unpacked.readAllBytes();
        }
    }
}
