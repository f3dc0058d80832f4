package org.yol.gateway.docs;

import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is to be read about how a selection is decided, from the same files as in the sources. */
@RestController
class GuideController {

    private static final CacheControl HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final Guides guides;

    GuideController(Guides guides) {
        this.guides = guides;
    }

    /** A page of its own, for browsers without scripts too; the front end shows its body below its own header. */
    @GetMapping(path = "/docs/guides/{name}.html", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> guide(@PathVariable String name) {
        Optional<String> page = guides.page(name);
        return page.isEmpty()
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok().cacheControl(HOUR).body(page.get());
    }
}
