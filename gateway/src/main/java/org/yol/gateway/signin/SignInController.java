package org.yol.gateway.signin;

import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebSession;

/** Where a sign-in starts. */
@RestController
class SignInController {

    static final String RETURN_TO = "returnTo";

    private static final URI AUTHORIZATION = URI.create("/oauth2/authorization/" + IdentityProvider.REGISTRATION);
    private static final Duration TIME_TO_SIGN_IN = Duration.ofMinutes(15);

    /** Sends the browser to the identity provider, to come back to the page {@code to} of this site. */
    @GetMapping("/login")
    ResponseEntity<Void> signIn(@RequestParam(required = false) String to, WebSession session) {
        session.getAttributes().put(RETURN_TO, LocalPath.of(to));
        if (!session.isStarted()) {
            // A sign-in that is never finished should not take up memory for as long as a working day.
            session.setMaxIdleTime(TIME_TO_SIGN_IN);
        }
        return ResponseEntity.status(HttpStatus.FOUND).location(AUTHORIZATION).build();
    }
}
