package org.yol.applications.person;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** A ZIP file that flows while it is made: nothing of it is kept here but the names that are taken. */
public final class Archive {

    private final ZipOutputStream zip;
    private final JsonMapper json;
    private final Set<String> taken = new HashSet<>();

    Archive(OutputStream into, JsonMapper json) {
        this.zip = new ZipOutputStream(into, StandardCharsets.UTF_8);
        this.json = json;
    }

    /** A file with a text in UTF-8. */
    public void text(String name, String text) throws IOException {
        begin(name);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        end();
    }

    /** A file with a value as JSON, in lines that can be read. */
    public void json(String name, Object value) throws IOException {
        begin(name);
        json.writerWithDefaultPrettyPrinter().writeValue(unclosed(), value);
        end();
    }

    /** A file with these bytes, read to their end and not closed. */
    public void file(String name, InputStream bytes) throws IOException {
        begin(name);
        bytes.transferTo(zip);
        end();
    }

    private void begin(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(free(name)));
    }

    /** What is finished is on its way at once. */
    private void end() throws IOException {
        zip.closeEntry();
        zip.flush();
    }

    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }

    /** The name, or one like it that is not taken; of two that differ in case only, many systems keep one. */
    private String free(String name) {
        String free = name;
        for (int again = 2; !taken.add(free.toLowerCase(Locale.ROOT)); again++) {
            int ending = name.lastIndexOf('.') > name.lastIndexOf('/') ? name.lastIndexOf('.') : name.length();
            free = name.substring(0, ending) + " (" + again + ")" + name.substring(ending);
        }
        return free;
    }

    private OutputStream unclosed() {
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() {
                // The next file comes behind.
            }
        };
    }
}
