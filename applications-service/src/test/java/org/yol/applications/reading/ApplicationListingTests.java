package org.yol.applications.reading;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationListingTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "92DF-EEF2-67CE",
                "92df-eef2-67ce",
                "92DFEEF267CE",
                "92dfeef267ce",
                "92DF EEF2 67CE",
                "92DF\u2011EEF2\u201367CE",
                " 92DF-EEF2-67CE "
            })
    void receiptIsFoundByItsNumberHoweverItIsWritten(String text) {
        assertThat(found(text)).isEqualTo(shown(and(eq("life.receipt.id", "92DF-EEF2-67CE"))));
    }

    @Test
    void nameIsFoundByTheBeginningsOfItsWords() {
        assertThat(found("Bek O\u02BBg\u02BBil"))
                .isEqualTo(shown(and(and(regex("searchWords", "^bek"), regex("searchWords", "^ogil")))));
    }

    private static String found(String text) {
        return shown(new ApplicationListing(null, null, null, null, text, null, null, null, null, null, null, null)
                .filter(List.of()));
    }

    private static String shown(Bson filter) {
        return filter.toBsonDocument().toString();
    }
}
