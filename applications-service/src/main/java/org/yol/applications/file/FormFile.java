package org.yol.applications.file;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletRequestContext;
import org.springframework.util.unit.DataSize;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * The file of a form, read while it arrives: it lies nowhere in between.
 *
 * @param type media type as its sender states it; may be null, and wrong
 * @param bytes of the file alone; reading throws {@link Refused} file-too-large or request-timeout
 */
record FormFile(FileName name, String type, InputStream bytes) {

    private static final String FIELD = "file";

    /** A name of 255 letters in Cyrillic or kanji, each escaped, and what else browsers say of a part. */
    private static final int LONGEST_HEADERS = 8 * 1024;

    /** What a form adds to its one file. */
    private static final long FORM = 1024L * 1024;

    /** What somebody does with a file. */
    @FunctionalInterface
    interface Use<T> {
        T with(FormFile file) throws IOException;
    }

    /**
     * Has the file of a request used.
     *
     * @param largest file that is taken
     * @param end by which the last byte has to be there
     * @throws Refused file-too-large, request-timeout, invalid-request for what is no form with a file, field-errors
     *     for a name no file can have
     */
    static <T> T of(HttpServletRequest request, DataSize largest, Instant end, Clock clock, Use<T> use) {
        var upload = new JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory>();
        upload.setHeaderCharset(StandardCharsets.UTF_8);
        upload.setMaxPartHeaderSize(LONGEST_HEADERS);
        upload.setMaxFileSize(largest.toBytes());
        upload.setMaxSize(largest.toBytes() + FORM);
        try {
            FileItemInputIterator parts = upload.getItemIterator(new JakartaServletRequestContext(request) {
                @Override
                public InputStream getInputStream() throws IOException {
                    return new BytesInTime(super.getInputStream(), end, clock);
                }
            });
            while (parts.hasNext()) {
                FileItemInput part = parts.next();
                if (FIELD.equals(part.getFieldName()) && !part.isFormField()) {
                    return use.with(new FormFile(nameOf(part), part.getContentType(), part.getInputStream()));
                }
            }
            throw new Refused(Problem.INVALID_REQUEST);
        } catch (FileUploadSizeException tooMuch) {
            throw new Refused(Problem.FILE_TOO_LARGE);
        } catch (SocketTimeoutException silence) {
            throw new Refused(Problem.REQUEST_TIMEOUT);
        } catch (IOException brokenOff) {
            throw new Refused(Problem.INVALID_REQUEST);
        }
    }

    private static FileName nameOf(FileItemInput part) {
        try {
            return FileName.of(part.getName());
        } catch (InvalidPathException impossible) {
            throw Refused.because(List.of(FieldError.of("/" + FIELD, "file.name")));
        }
    }
}
