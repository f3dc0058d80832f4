package org.yol.applications.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yol.applications.table.CsvTable.Separator;

class CsvTableTests {

    private static final String FORMULA = "[\\p{Z}\\p{C}\"]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66].*";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "\u0418\u0432\u0430\u043D\u043E\u0432;=1+1;+cmd",
                "Ivanov,=1+1,+cmd",
                "Aida Omarova\r\n=cmd|'/C calc'!A0;y",
                "Aida\n=1+1",
                "Aida\u2028=1+1;\u0085=2",
                "\uFF1D1+1",
                "\uFF20SUM(A1)",
                "x;\uFF1D1+1",
                "\u200B=1+1",
                "\u00A0=1+1",
                "\uFEFF=1+1",
                "x;\u200B\u00A0\uFEFF=1+1",
                "x;\"=1+1\"",
                "\";=1+1",
                "x;\t-1"
            })
    void cellIsNeverAFormulaWhicheverSeparatorSplitsTheFile(String name) throws IOException {
        for (Separator written : Separator.values()) {
            String file = file(written, name);

            for (char read : new char[] {',', ';'}) {
                for (String line : file.split("\r\n|[\r\n]")) {
                    // As Excel takes it: without knowing of quotation marks in the middle of a cell.
                    assertThat(line.split(String.valueOf(read))).noneMatch(cell -> cell.matches(FORMULA));
                }
                assertThat(parsed(file, read))
                        .allSatisfy(row -> assertThat(row.toList()).noneMatch(cell -> cell.matches(FORMULA)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Separator.class)
    void columnsAreRightForTheSeparatorThatIsAskedFor(Separator separator) throws IOException {
        String file = file(separator, "Smith; John, \"Jack\"\r\nO'Neil");

        List<CSVRecord> rows = parsed(file, separator == Separator.COMMA ? ',' : ';');

        assertThat(rows).hasSize(2);
        assertThat(rows.getLast().toList()).containsExactly("kz-1", "Smith; John, \"Jack\" O'Neil", "KZ");
    }

    private static String file(Separator separator, String name) throws IOException {
        StringWriter out = new StringWriter();
        CsvTable table = new CsvTable(out, separator, List.of("id", "student", "country"));
        table.row(List.of("kz-1", name, "KZ"));
        table.end();
        return out.toString();
    }

    private static List<CSVRecord> parsed(String file, char separator) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setLenientEof(true)
                .setTrailingData(true)
                .get()
                .parse(new java.io.StringReader(file))
                .getRecords();
    }
}
