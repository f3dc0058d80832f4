package org.yol.applications.file;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yol.applications.application.AttachedDocument;
import org.yol.applications.application.Student;
import org.yol.platform.problem.Refused;

/**
 * Files that somebody else gives for a student: kept as the student's files are, read by whom the giver's feature says.
 */
@Component
public class GivenFiles {

    private final Files files;
    private final FormUploads uploads;
    private final Downloads downloads;

    GivenFiles(Files files, FormUploads uploads, Downloads downloads) {
        this.files = files;
        this.uploads = uploads;
        this.downloads = downloads;
    }

    /**
     * Keeps the file of a request; whoever asks has time enough to name it.
     *
     * @param giver of whom only a few uploads are under way at once
     * @throws Refused too-many-files, too-many-requests, file-too-large, request-timeout, unsupported-file-type, or
     *     field-errors when it is empty
     */
    public AttachedDocument take(String kind, Student owner, String giver, HttpServletRequest request) {
        return uploads.take(kind, owner, giver, request);
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
