package org.yol.applications.file;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yol.applications.application.AttachedDocument;
import org.yol.applications.application.Student;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/** Answers with a file, for a reader of whom it is known that they may have it. */
@Component
class Downloads {

    private final Files files;

    Downloads(Files files) {
        this.files = files;
    }

    /** @throws Refused not-found when it is gone */
    ResponseEntity<Resource> answer(Student owner, AttachedDocument document, HttpServletRequest request) {
        StoredFile file = files.find(owner, document.sha256()).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
        String eTag = "\"" + document.sha256() + "\"";
        // Opened before the answer begins, which cannot say any more that they are gone; not for whoever has them.
        InputStream bytes = eTag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH)) ? null : files.open(file);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .contentLength(file.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(document.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                // What somebody uploaded must never run as a page of ours. Our pages may show it in a frame: browsers
                // look at no X-Frame-Options beside this.
                .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'self'")
                .header("X-Content-Type-Options", "nosniff")
                // Whoever reads many of them decides by it which to open.
                .header("Yol-Virus-Scan", file.scanned() == null ? "not-scanned" : "clean")
                .eTag(eTag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(new InputStreamResource(() -> bytes == null ? files.open(file) : bytes, document.name()));
    }
}
