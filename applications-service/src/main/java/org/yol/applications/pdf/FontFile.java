package org.yol.applications.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;

/**
 * The fonts that come with the service, all under the SIL Open Font License 1.1: M PLUS 1p for Latin, Cyrillic with the
 * letters of Central Asia, Greek, Hebrew, kana and the usual kanji; BIZ UDPGothic for the rest of JIS X 0208. Their
 * bytes stay in memory as long as there is room: 8 MB in all.
 */
enum FontFile {
    REGULAR("mplus-1p-regular"),
    BOLD("mplus-1p-bold"),
    RARE_KANJI("biz-udpgothic-regular");

    private final String name;
    private SoftReference<byte[]> read = new SoftReference<>(null);

    FontFile(String name) {
        this.name = name;
    }

    synchronized byte[] bytes() {
        byte[] bytes = read.get();
        if (bytes == null) {
            try (InputStream file = FontFile.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
                bytes = file.readAllBytes();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            read = new SoftReference<>(bytes);
        }
        return bytes;
    }
}
