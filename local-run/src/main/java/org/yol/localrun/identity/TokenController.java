package org.yol.localrun.identity;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Behind {@code ./run token}. {@link SecurityConfiguration} lets only holders of this installation's secret in. */
@RestController
class TokenController {

    private final TokenIssuer issuer;

    TokenController(TokenIssuer issuer) {
        this.issuer = issuer;
    }

    @PostMapping(path = "/internal/tokens", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> issue(@RequestParam String account) {
        return issuer.issue(account)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND).build());
    }
}
