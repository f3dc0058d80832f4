package org.yol.applications.table;

import java.io.IOException;
import java.util.List;

/** A file for a spreadsheet that is written row by row. One that is not ended is no whole file. */
public interface Table {

    /**
     * @param cells text, numbers, dates, instants, or null for nothing
     * @throws IOException when the reader has left
     */
    void row(List<?> cells) throws IOException;

    /**
     * Sends what is written so far.
     *
     * @throws IOException when the reader has left
     */
    void flush() throws IOException;

    /**
     * Ends the file.
     *
     * @throws IOException when the reader has left
     */
    void end() throws IOException;
}
