package org.yol.applications.selection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.yol.applications.selection.SelectionRun.Files;

/** The records that are looked at now, read once: on results day thousands look at the same. */
@Component
class Records {

    /** Of 20,000 applicants some 30 MB each. */
    private static final int AT_MOST = 3;

    private final SelectionFiles files;
    private final Cache<Files, PublishedRecord> read = Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    Records(SelectionFiles files) {
        this.files = files;
    }

    PublishedRecord of(Files wanted) {
        return read.get(
                wanted,
                those -> PublishedRecord.of(
                        files.read(those.input(), those.inputBytes()),
                        files.read(those.result(), those.resultBytes())));
    }
}
