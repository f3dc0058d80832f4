package org.yol.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A table that is saved and opened in a spreadsheet: CSV (RFC 4180) in UTF-8, or a workbook of Excel. */
public final class SpreadsheetFile {

    /** The media type of CSV. */
    public static final String TYPE = "text/csv";

    /** The media type of a workbook (Office Open XML). */
    public static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private SpreadsheetFile() {}

    /**
     * Begins an answer that is CSV. Not with the response's own writer, which would go on for a reader who has left.
     *
     * @param name in ASCII, with its ending
     * @throws IOException when the reader has left
     */
    public static Writer begin(HttpServletResponse response, String name) throws IOException {
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        Writer writer = new OutputStreamWriter(begin(response, TYPE, name), StandardCharsets.UTF_8);
        // Spreadsheets take UTF-8 for what it is only with a byte order mark.
        writer.write('\uFEFF');
        return writer;
    }

    /**
     * Begins an answer that is a workbook.
     *
     * @param name in ASCII, with its ending
     * @throws IOException when the reader has left
     */
    public static OutputStream beginWorkbook(HttpServletResponse response, String name) throws IOException {
        return begin(response, WORKBOOK, name);
    }

    private static OutputStream begin(HttpServletResponse response, String type, String name) throws IOException {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        return response.getOutputStream();
    }
}
