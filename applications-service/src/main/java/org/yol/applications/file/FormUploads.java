package org.yol.applications.file;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.yol.applications.application.AllowedTypes;
import org.yol.applications.application.AttachedDocument;
import org.yol.applications.application.Student;
import org.yol.platform.problem.Refused;

/** Takes files as forms send them, whoever gives them. */
@Component
class FormUploads {

    private final Files files;
    private final UploadSlots slots;
    private final FileProperties properties;
    private final Clock clock;

    FormUploads(Files files, UploadSlots slots, FileProperties properties, Clock clock) {
        this.files = files;
        this.slots = slots;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Keeps the file of a request; whoever asks has time enough to name it.
     *
     * @param giver of whom only a few uploads are under way at once
     * @throws Refused too-many-files, too-many-requests, file-too-large, request-timeout, unsupported-file-type, or
     *     field-errors when it is empty or can be read by nobody
     */
    AttachedDocument take(String kind, Student owner, String giver, HttpServletRequest request) {
        Instant begun = clock.instant();
        try (UploadSlots.Slot _ = slots.take(giver)) {
            files.refuseTooMuch(owner, announced(request));
            return FormFile.of(request, properties.largest(), begun.plus(properties.uploadWithin()), clock, file -> {
                AllowedTypes.refuseMisplaced(file.type(), kind);
                return attached(kind, file.name(), files.keep(owner, kind, file.bytes()));
            });
        }
    }

    /** A file that is kept, as a document of its kind. */
    AttachedDocument attached(String kind, FileName name, StoredFile file) {
        return new AttachedDocument(
                kind,
                file.sha256(),
                name.fitting(file.type()),
                file.type(),
                file.size(),
                clock.instant(),
                file.locationRemoved() ? true : null);
    }

    /** How many bytes come, as far as it is said: what is too large is refused as that. */
    private long announced(HttpServletRequest request) {
        return Math.clamp(
                request.getContentLengthLong(), 0, properties.largest().toBytes());
    }
}
