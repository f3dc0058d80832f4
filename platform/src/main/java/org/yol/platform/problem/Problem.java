package org.yol.platform.problem;

/**
 * A kind of refusal, known to clients by a stable name. Its words stand in the message files as
 * {@code problem.<name>.title} and {@code problem.<name>.detail}; the detail says what to do next.
 *
 * @param name lower case with hyphens
 * @param status HTTP status, 400 to 599
 */
public record Problem(String name, int status) {

    public static final Problem INVALID_REQUEST = new Problem("invalid-request", 400);
    public static final Problem INVALID_CURSOR = new Problem("invalid-cursor", 400);
    public static final Problem IDEMPOTENCY_KEY_MISSING = new Problem("idempotency-key-missing", 400);
    public static final Problem UNAUTHENTICATED = new Problem("unauthenticated", 401);
    public static final Problem FORBIDDEN = new Problem("forbidden", 403);
    public static final Problem NOT_FOUND = new Problem("not-found", 404);
    public static final Problem METHOD_NOT_ALLOWED = new Problem("method-not-allowed", 405);
    public static final Problem NOT_ACCEPTABLE = new Problem("not-acceptable", 406);
    public static final Problem REQUEST_TIMEOUT = new Problem("request-timeout", 408);
    public static final Problem STALE_VERSION = new Problem("stale-version", 412);
    public static final Problem FILE_TOO_LARGE = new Problem("file-too-large", 413);
    public static final Problem UNSUPPORTED_MEDIA_TYPE = new Problem("unsupported-media-type", 415);
    public static final Problem FIELD_ERRORS = new Problem("field-errors", 422);
    public static final Problem IDEMPOTENCY_KEY_REUSED = new Problem("idempotency-key-reused", 422);
    public static final Problem PRECONDITION_REQUIRED = new Problem("precondition-required", 428);
    public static final Problem TOO_MANY_REQUESTS = new Problem("too-many-requests", 429);
    public static final Problem INTERNAL_ERROR = new Problem("internal-error", 500);
    public static final Problem SERVICE_UNAVAILABLE = new Problem("service-unavailable", 503);

    /** What is answered where nothing but a status is known. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 413 -> FILE_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> SERVICE_UNAVAILABLE;
            default -> status >= 400 && status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
        };
    }

    /** Whether the same request may be answered a little later. */
    public boolean isForNow() {
        return status == 429 || status == 503;
    }

    /** The {@code type} of the problem details: a name, not an address, so that it never moves. */
    public String type() {
        return "urn:yol:problem:" + name;
    }
}
