package org.yol.applications.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTableTests {

    @TempDir
    private Path folder;

    @Test
    void datesAreDatesAndTextIsNeverAFormula() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookTable table = new WorkbookTable(out, "applications", List.of("name", "born", "at", "none"));
        table.row(Arrays.asList(
                "=1+1 <\u0001\n\u5C71\u7530>", LocalDate.of(1999, 3, 21), Instant.parse("2026-03-01T12:00:00Z"), null));
        table.end();

        Map<String, String> parts = parts(out.toByteArray());
        String sheet = parts.get("xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .contains("=1+1 &lt; &#x5c71;&#x7530;&gt;", "<v>36240.0</v>", "<v>46082.5</v>", "state=\"frozen\"")
                .doesNotContain("<f>");
        assertThat(parts.get("xl/styles.xml")).contains("yyyy-mm-dd hh:mm:ss", "\"yyyy-mm-dd\"");
    }

    @Test
    void whatIsSentIsNotKept() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookTable table = new WorkbookTable(out, "applications", List.of("name"));
        int before = out.size();
        for (int row = 0; row < 3_000; row++) {
            table.row(List.of("applicant " + row * 7_919 % 10_007));
            if (row % 200 == 0) {
                table.flush();
            }
        }

        assertThat(out.size()).as("sent before the end").isGreaterThan(before + 10_000);
        table.end();
        assertThat(parts(out.toByteArray()).get("xl/worksheets/sheet1.xml")).contains("r=\"A3001\"");
    }

    private Map<String, String> parts(byte[] file) throws IOException {
        Path stored = Files.write(folder.resolve("applications.xlsx"), file);
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(stored.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
