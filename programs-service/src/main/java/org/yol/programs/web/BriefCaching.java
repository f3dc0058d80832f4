package org.yol.programs.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.yol.platform.access.Caller;

/**
 * Public pages may be kept for some seconds by anybody, so that the rush before a deadline does not reach the store.
 * Who has signed in always gets what is true now: a coordinator wants to see the programme just published.
 */
public final class BriefCaching {

    private static final CacheControl PUBLIC =
            CacheControl.maxAge(Duration.ofSeconds(10)).cachePublic();
    private static final CacheControl OWN = CacheControl.noCache().cachePrivate();

    private BriefCaching() {}

    /** The beginning of a 200 for that caller. */
    public static ResponseEntity.BodyBuilder ok(Caller caller) {
        return ResponseEntity.ok()
                .cacheControl(caller.id() == null ? PUBLIC : OWN)
                .varyBy(HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE);
    }
}
