package org.yol.programs.opendata;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.yol.platform.web.SpreadsheetText;

/**
 * A table for everybody: its name, what it holds, and its columns.
 *
 * @param name of its files, without an ending
 */
record Table<T>(String name, String description, List<Column<T>> columns) {

    String[] header() {
        return columns.stream().map(Column::name).toArray(String[]::new);
    }

    /** The cells of a row, in the order of the columns; none of them runs as a formula. */
    List<String> cells(T row) {
        return columns.stream().map(column -> cell(column, row)).toList();
    }

    private static <T> String cell(Column<T> column, T row) {
        return switch (column.value().apply(row)) {
            case null -> "";
            case Collection<?> several ->
                several.stream().map(Objects::toString).sorted().collect(Collectors.joining(" "));
            case Number number -> number.toString();
            case OffsetDateTime time -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
            case Object one -> SpreadsheetText.harmless(one.toString());
        };
    }
}
