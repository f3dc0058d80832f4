package org.yol.gateway.problems;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** What the gateway itself may refuse, each with the texts {@code problem.<slug>.*} in the message files. */
public enum Problem {
    INVALID_REQUEST(HttpStatus.BAD_REQUEST),
    BODY_NOT_EXPECTED(HttpStatus.BAD_REQUEST),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
    SIGN_IN_FAILED(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    CSRF_MISSING(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    REQUEST_TIMEOUT(HttpStatus.REQUEST_TIMEOUT),
    FILE_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    REQUEST_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    ADDRESS_TOO_LONG(HttpStatus.URI_TOO_LONG),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    HEADERS_TOO_LARGE(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    TOO_MUCH_AT_ONCE(HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR),
    BUSY(HttpStatus.SERVICE_UNAVAILABLE),
    SERVICE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    SIGN_IN_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    Problem(HttpStatus status) {
        this.status = status;
    }

    /** The HTTP status the problem is answered with. */
    public HttpStatus status() {
        return status;
    }

    /** The name on the wire, such as {@code not-found}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stable identifier clients may rely on, such as {@code urn:yol:problem:not-found}. */
    public URI type() {
        return URI.create("urn:yol:problem:" + slug());
    }
}
