package org.yol.gateway.signin;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a sign-in starts. */
@RestController
class SignInController {

    /** The parameter that says to which page to return. */
    static final String TO = "to";

    private static final String AUTHORIZATION = "/oauth2/authorization/" + IdentityProvider.REGISTRATION;

    /** Sends the browser to the identity provider, to come back to the page {@code to} of this site. */
    @GetMapping("/login")
    ResponseEntity<Void> signIn(@RequestParam(required = false) String to) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(authorization(LocalPath.of(to)))
                .build();
    }

    private static URI authorization(LocalPath returnTo) {
        return UriComponentsBuilder.fromPath(AUTHORIZATION)
                .queryParam(TO, "{to}")
                .encode()
                .build(returnTo.value());
    }
}
