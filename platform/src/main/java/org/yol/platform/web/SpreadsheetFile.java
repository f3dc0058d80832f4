package org.yol.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A table that is saved and opened in a spreadsheet: CSV (RFC 4180) in UTF-8. */
public final class SpreadsheetFile {

    /** Its media type. */
    public static final String TYPE = "text/csv";

    private SpreadsheetFile() {}

    /**
     * Begins an answer that is such a file. Not with the response's own writer, which would go on for a reader who has
     * left.
     *
     * @param name in ASCII, with its ending
     * @throws IOException when the reader has left
     */
    public static Writer begin(HttpServletResponse response, String name) throws IOException {
        response.setContentType(TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        // Spreadsheets take UTF-8 for what it is only with a byte order mark.
        writer.write('\uFEFF');
        return writer;
    }
}
