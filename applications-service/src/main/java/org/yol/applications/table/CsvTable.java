package org.yol.applications.table;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.yol.platform.web.SpreadsheetText;

/** CSV (RFC 4180, but for the separator). */
public final class CsvTable implements Table {

    /** What stands between two cells: spreadsheets expect that of the region they are set to. */
    public enum Separator {
        COMMA(','),
        SEMICOLON(';');

        private final char sign;

        Separator(char sign) {
            this.sign = sign;
        }
    }

    private final CSVPrinter printer;

    /**
     * A table with its columns' names in the first line.
     *
     * @throws IOException when the reader has left
     */
    public CsvTable(Writer writer, Separator separator, List<String> columns) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator.sign)
                .setHeader(columns.toArray(String[]::new))
                .get();
        this.printer = new CSVPrinter(writer, format);
    }

    @Override
    public void row(List<?> cells) throws IOException {
        printer.printRecord(cells.stream()
                .map(cell -> cell instanceof String text ? SpreadsheetText.harmless(text) : cell)
                .toList());
    }

    @Override
    public void flush() throws IOException {
        printer.flush();
    }

    @Override
    public void end() throws IOException {
        printer.flush();
    }
}
