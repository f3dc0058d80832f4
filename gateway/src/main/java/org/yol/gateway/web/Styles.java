package org.yol.gateway.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The style sheets as one file: nothing can be read before all of them are there, so they come in one journey. */
@Component
final class Styles {

    /** Where the front page expects it, below the name of the version; the file itself imports the others. */
    static final String PATH = "styles/all.css";

    private static final MediaType STYLES = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final Pattern IMPORT = Pattern.compile("@import \"([^\"]+)\";\\n?");
    /** What only those read who write the sheets: everybody else waits for it. */
    private static final Pattern FOR_WRITERS = Pattern.compile("/\\*.*?\\*/\\s*|(?<=\\n)\\s+", Pattern.DOTALL);

    private final byte[] sheet;

    Styles() throws IOException {
        var all = new StringBuilder();
        var imports = IMPORT.matcher(read(PATH));
        while (imports.find()) {
            all.append(read(imports.group(1))).append('\n');
        }
        this.sheet = FOR_WRITERS.matcher(all).replaceAll("").getBytes(StandardCharsets.UTF_8);
    }

    ResponseEntity<byte[]> answer(CacheControl caching) {
        return ResponseEntity.ok().contentType(STYLES).cacheControl(caching).body(sheet);
    }

    /** A sheet of a library by its address, one of our own by its name. */
    private static String read(String sheet) throws IOException {
        var file = sheet.startsWith("/webjars/")
                ? "META-INF/resources" + sheet
                : sheet.contains("/") ? "static/" + sheet : "static/styles/" + sheet;
        return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
    }
}
