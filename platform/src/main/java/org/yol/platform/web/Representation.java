package org.yol.platform.web;

import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.yol.platform.document.Aggregate;

/**
 * A document as an answer: its view as the body, its version as the ETag. The view depends on who reads, the version
 * does not; so it stays what Spring Security makes of every answer, {@code no-store}, and no browser shows one person
 * what it kept for another.
 */
public final class Representation {

    private Representation() {}

    /** 200 with the view. */
    public static <T> ResponseEntity<T> of(Aggregate aggregate, T view) {
        return ResponseEntity.ok().eTag(eTag(aggregate)).body(view);
    }

    /** 201 with the view and the address of what was made. */
    public static <T> ResponseEntity<T> created(URI location, Aggregate aggregate, T view) {
        return ResponseEntity.created(location).eTag(eTag(aggregate)).body(view);
    }

    private static String eTag(Aggregate aggregate) {
        return "\"" + aggregate.version() + "\"";
    }
}
