package org.yol.bench.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogReaderTests {

    /** The example of c2sp.org/tlog-tiles. */
    @Test
    void logOf70000EntriesHas277Tiles() {
        List<String> paths = LogReader.paths(70_000);

        assertThat(paths).filteredOn(path -> !path.contains("entries")).hasSize(274 + 2 + 1);
        assertThat(paths).filteredOn(path -> path.contains("entries")).hasSize(274);
        assertThat(paths)
                .contains("tile/0/272", "tile/0/273.p/112", "tile/entries/273.p/112", "tile/1/000", "tile/1/001.p/17")
                .endsWith("tile/2/000.p/1");
    }

    @Test
    void emptyLogHasNone() {
        assertThat(LogReader.paths(0)).isEmpty();
    }
}
