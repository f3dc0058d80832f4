package org.yol.applications.table;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.yol.platform.web.SpreadsheetText;

/** A workbook of Excel with one sheet. Its rows leave the memory as they are sent; instants are in UTC. */
public final class WorkbookTable implements Table {

    private static final double WIDTH = 20;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    /**
     * A table with its columns' names in the first line.
     *
     * @param name of the sheet
     * @throws IOException when the reader has left
     */
    public WorkbookTable(OutputStream out, String name, List<String> columns) throws IOException {
        this.workbook = new Workbook(out, "Yol", null);
        this.sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, WIDTH);
            sheet.inlineString(0, column, columns.get(column));
            sheet.style(0, column).bold().set();
        }
        row = 1;
    }

    @Override
    public void row(List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            write(column, cells.get(column));
        }
        row++;
    }

    private void write(int column, Object cell) {
        switch (cell) {
            case null -> {}
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Instant instant -> {
                sheet.value(row, column, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
                sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
            }
            case Number number -> sheet.value(row, column, number);
            // Not shared between cells, as the library does by itself: all texts would have to be kept until the end.
            case Object text -> sheet.inlineString(row, column, SpreadsheetText.inOneLine(text.toString()));
        }
    }

    @Override
    public void flush() throws IOException {
        sheet.flush();
    }

    @Override
    public void end() throws IOException {
        workbook.finish();
    }
}
