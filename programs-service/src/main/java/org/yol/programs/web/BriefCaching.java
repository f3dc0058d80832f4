package org.yol.programs.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.yol.platform.access.Caller;

/**
 * Public pages may be kept for some seconds by anybody, so that the rush before a deadline does not reach the store.
 * What is shown to somebody who has signed in is never kept: a coordinator wants to see the programme just published.
 */
public final class BriefCaching {

    private static final CacheControl BRIEFLY =
            CacheControl.maxAge(Duration.ofSeconds(10)).cachePublic();

    private BriefCaching() {}

    /** The beginning of a 200 for that caller. */
    public static ResponseEntity.BodyBuilder ok(Caller caller) {
        ResponseEntity.BodyBuilder response = ResponseEntity.ok().varyBy(HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE);
        return caller.id() == null ? response.cacheControl(BRIEFLY) : response;
    }
}
