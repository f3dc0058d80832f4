package org.yol.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.web.client.RestClient;
import org.yol.platform.test.Account;
import org.yol.platform.test.RealParts;

/** What somebody gets who takes their data along: files by name, in the order of the archive. */
public final class OwnArchive {

    private OwnArchive() {}

    public static Map<String, byte[]> of(Account whose, int port, String language) throws IOException {
        var answer = RestClient.create("http://localhost:" + port)
                .get()
                .uri("/api/profile/export")
                .header("Authorization", "Bearer " + RealParts.issuer().token(whose))
                .header("Accept-Language", language)
                .retrieve()
                .toEntity(byte[].class);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        return unpacked(answer.getBody());
    }

    private static Map<String, byte[]> unpacked(byte[] zipped) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
