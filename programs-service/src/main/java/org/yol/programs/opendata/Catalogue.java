package org.yol.programs.opendata;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The description of all tables and their columns as W3C's CSV on the Web says it (Metadata Vocabulary for Tabular
 * Data), which tools find by the header {@code Link} of each file.
 */
record Catalogue(
        @JsonProperty("@context") String context,
        @JsonProperty("dc:title") String title,
        @JsonProperty("dc:license") Link licence,
        List<Described> tables) {

    /** Where the licence is that the data may be used under. */
    static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

    record Link(@JsonProperty("@id") String id) {}

    record Described(
            String url, @JsonProperty("dc:description") String description, Schema tableSchema) {}

    record Schema(List<DescribedColumn> columns) {}

    /** @param separator between several values in a cell; null where there is one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DescribedColumn(
            String name,
            String datatype,
            String separator,
            @JsonProperty("dc:description") String description) {}

    static Catalogue of(List<Table<?>> tables) {
        return new Catalogue(
                "http://www.w3.org/ns/csvw",
                "Yol: scholarship and exchange programmes between Japan and Central Asia",
                new Link(LICENCE),
                tables.stream().map(Catalogue::described).toList());
    }

    private static Described described(Table<?> table) {
        return new Described(
                OpenDataController.PATH + "/" + table.name() + ".csv",
                table.description(),
                new Schema(table.columns().stream().map(Catalogue::described).toList()));
    }

    private static DescribedColumn described(Column<?> column) {
        return new DescribedColumn(
                column.name(),
                column.type().toString(),
                column.type() == Column.Type.WORDS ? " " : null,
                column.description());
    }
}
