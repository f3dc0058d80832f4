package org.yol.applications.file;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yol.applications.application.AllowedTypes;
import org.yol.applications.application.AttachedDocument;
import org.yol.applications.application.Student;
import org.yol.platform.problem.Refused;

/**
 * Files that somebody else gives for a student: kept as the student's files are, read by whom the giver's feature says.
 */
@Component
public class GivenFiles {

    private final Files files;
    private final UploadSlots slots;
    private final Downloads downloads;
    private final FileProperties properties;
    private final Clock clock;

    GivenFiles(Files files, UploadSlots slots, Downloads downloads, FileProperties properties, Clock clock) {
        this.files = files;
        this.slots = slots;
        this.downloads = downloads;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Keeps the file of a request; whoever asks has time enough to name it.
     *
     * @param giver of whom only a few uploads are under way at once
     * @throws Refused too-many-files, too-many-requests, file-too-large, request-timeout, unsupported-file-type, or
     *     field-errors when it is empty
     */
    public AttachedDocument take(String kind, Student owner, String giver, HttpServletRequest request) {
        Instant begun = clock.instant();
        try (UploadSlots.Slot _ = slots.take(giver)) {
            files.refuseTooMuch(
                    owner,
                    Math.clamp(
                            request.getContentLengthLong(),
                            0,
                            properties.largest().toBytes()));
            return FormFile.of(request, properties.largest(), begun.plus(properties.uploadWithin()), clock, file -> {
                AllowedTypes.refuseMisplaced(file.type(), kind);
                StoredFile stored = files.keep(owner, kind, file.bytes());
                return new AttachedDocument(
                        kind,
                        stored.sha256(),
                        file.name().fitting(stored.type()),
                        stored.type(),
                        stored.size(),
                        clock.instant(),
                        stored.locationRemoved() ? true : null);
            });
        }
    }

    /**
     * Answers with a file, for a reader of whom it is known that they may have it.
     *
     * @throws Refused not-found when it is gone
     */
    public ResponseEntity<Resource> answer(Student owner, AttachedDocument document, HttpServletRequest request) {
        return downloads.answer(owner, document, request);
    }

    /** Something is about to name a file no longer; it is cleared away if nothing else does. */
    public void release(Student owner, String sha256) {
        files.release(owner, sha256);
    }
}
