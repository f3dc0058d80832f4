package org.yol.gateway.web;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The files of the front end that are made at the start; of this version or, for an older page, the present ones. */
@RestController
class MadeFiles {

    private final ContractWords words;
    private final Styles styles;
    private final FrontEndVersion version;

    MadeFiles(ContractWords words, Styles styles, FrontEndVersion version) {
        this.words = words;
        this.styles = styles;
        this.version = version;
    }

    @GetMapping("/v/{wanted}/" + ContractWords.PATH)
    ResponseEntity<byte[]> words(@PathVariable String wanted) {
        return words.answer(caching(wanted));
    }

    @GetMapping("/" + ContractWords.PATH)
    ResponseEntity<byte[]> words() {
        return words.answer(CacheControl.noCache());
    }

    @GetMapping("/v/{wanted}/" + Styles.PATH)
    ResponseEntity<byte[]> styles(@PathVariable String wanted) {
        return styles.answer(caching(wanted));
    }

    @GetMapping("/" + Styles.PATH)
    ResponseEntity<byte[]> styles() {
        return styles.answer(CacheControl.noCache());
    }

    private CacheControl caching(String wanted) {
        return version.path().equals("/v/" + wanted + "/") ? StaticFiles.FOR_GOOD : CacheControl.noCache();
    }
}
