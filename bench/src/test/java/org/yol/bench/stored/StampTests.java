package org.yol.bench.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;

class StampTests {

    private static final RawBsonDocument DOCUMENT = RawBsonDocument.parse(
            "{_id: 'kz-aaaa', student: 'anna', link: '/applications/kz-aaaa', other: [1, 'anna']}");

    @Test
    void replacesAValueWhereverItStands() {
        Stamp stamp = new Stamp(DOCUMENT, List.of(bytes("kz-aaaa"), bytes("anna")));

        assertThat(stamp.marks()).isEqualTo(4);
        assertThat(stamp.with(List.of(bytes("kz-bbbb"), bytes("berk"))))
                .isEqualTo(BsonDocument.parse(
                        "{_id: 'kz-bbbb', student: 'berk', link: '/applications/kz-bbbb', other: [1, 'berk']}"));
    }

    @Test
    void leavesTheOriginalAsItWas() {
        Stamp stamp = new Stamp(DOCUMENT, List.of(bytes("anna")));
        stamp.with(List.of(bytes("berk")));

        assertThat(stamp.with(List.of(bytes("anna")))).isEqualTo(DOCUMENT);
    }

    @Test
    void aDocumentThatNamesNoneOfTheValuesHasNoMarks() {
        assertThat(new Stamp(DOCUMENT, List.of(bytes("nobody"))).marks()).isZero();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
