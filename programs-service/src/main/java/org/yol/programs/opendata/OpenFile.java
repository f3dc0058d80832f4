package org.yol.programs.opendata;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes rows into an answer as they come, so that their number does not matter. */
final class OpenFile<T> {

    private static final CacheControl FOR_A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    /** As many as the store hands out at a time. */
    private static final int AT_ONCE = 200;

    private final Table<T> table;
    private final HttpServletResponse response;

    OpenFile(Table<T> table, HttpServletResponse response) {
        this.table = table;
        this.response = response;
    }

    /**
     * As CSV (RFC 4180, UTF-8).
     *
     * @param rows what the rows are made of
     * @param made makes rows of some of these at a time
     * @param byteOrderMark whether it begins with one: some spreadsheets take UTF-8 for what it is only then
     */
    <S> void csv(Iterator<S> rows, Function<List<S>, List<T>> made, boolean byteOrderMark) throws IOException {
        // What fails before anything has been said is answered like any other request.
        List<T> some = made.apply(next(rows));
        begin("csv", "text/csv");
        Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        if (byteOrderMark) {
            writer.write('\uFEFF');
        }
        CSVPrinter printer = new CSVPrinter(
                writer, CSVFormat.RFC4180.builder().setHeader(table.header()).get());
        for (; !some.isEmpty(); some = made.apply(next(rows))) {
            for (T row : some) {
                printer.printRecord(table.cells(row));
            }
        }
        printer.flush();
    }

    /** As one JSON array; the same rows, each as it is by itself. */
    <S> void json(Iterator<S> rows, Function<List<S>, ? extends List<?>> made, JsonMapper json) throws IOException {
        List<?> some = made.apply(next(rows));
        begin("json", MediaType.APPLICATION_JSON_VALUE);
        SequenceWriter writer = json.writer().writeValuesAsArray(response.getOutputStream());
        for (; !some.isEmpty(); some = made.apply(next(rows))) {
            writer.writeAll(some);
        }
        // Not when it failed: the array would be ended, and its beginning be taken for the whole.
        writer.close();
    }

    private void begin(String ending, String type) {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_A_WHILE.getHeaderValue());
        response.addHeader(HttpHeaders.LINK, "<" + Catalogue.LICENCE + ">; rel=\"license\"");
        response.addHeader(
                HttpHeaders.LINK,
                "<" + OpenDataController.PATH + ">; rel=\"describedby\"; type=\"application/csvm+json\"");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("yol-" + table.name() + "." + ending)
                        .build()
                        .toString());
    }

    private static <S> List<S> next(Iterator<S> rows) {
        List<S> some = new ArrayList<>();
        while (some.size() < AT_ONCE && rows.hasNext()) {
            some.add(rows.next());
        }
        return some;
    }
}
