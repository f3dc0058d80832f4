package org.yol.programs.search;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.yol.programs.call.Place;
import org.yol.programs.call.Place.PlaceHost;
import org.yol.programs.programme.Offer;

/**
 * The words of a listing, as the index keeps them. How often a word stands in a text, and how long that is, does not
 * count: every programme is described at another length.
 */
final class ListingDocument {

    static final String ID = "id";

    private static final FieldType WORDS = type(IndexOptions.DOCS);
    private static final FieldType PHRASES = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    private final Document document = new Document();

    private ListingDocument() {}

    /** @param entry of the same listing */
    static Document of(Listing listing, Entry entry, Vocabulary vocabulary) {
        ListingDocument made = new ListingDocument();
        made.document.add(new StringField(ID, listing.id(), Field.Store.NO));
        made.document.add(new BinaryDocValuesField(ID, new BytesRef(listing.id())));
        Offer offer = listing.programme().offer();
        offer.title().forEach((language, text) -> made.add(ListingAnalysis.TITLE, language, text));
        offer.description().forEach((language, text) -> made.add(ListingAnalysis.TEXT, language, text));
        listing.programme()
                .provider()
                .names()
                .forEach((language, name) -> made.add(ListingAnalysis.TEXT, language, name));
        hosts(listing)
                .forEach(host ->
                        host.names().forEach((language, name) -> made.add(ListingAnalysis.TEXT, language, name)));
        vocabulary.words(entry.values()).forEach((language, text) -> made.add(ListingAnalysis.TEXT, language, text));
        return made.document;
    }

    private static Set<PlaceHost> hosts(Listing listing) {
        return listing.shownCalls().stream()
                .flatMap(call -> call.terms().places().stream())
                .map(Place::host)
                .collect(Collectors.toSet());
    }

    private void add(String field, String language, String text) {
        String composed = ListingAnalysis.composed(text);
        document.add(new Field(field, composed, WORDS));
        if (language.equals("en")) {
            document.add(new Field(field + ListingAnalysis.ENGLISH, composed, WORDS));
        }
        if (language.equals("ru")) {
            document.add(new Field(field + ListingAnalysis.RUSSIAN, composed, WORDS));
        }
        if (ListingAnalysis.JAPANESE_LETTERS.matcher(composed).find()) {
            document.add(new Field(field + ListingAnalysis.JAPANESE, composed, WORDS));
            document.add(new Field(field + ListingAnalysis.PAIRS, composed, PHRASES));
        }
    }

    private static FieldType type(IndexOptions options) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
