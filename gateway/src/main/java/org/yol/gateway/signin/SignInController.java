package org.yol.gateway.signin;

import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.yol.contracts.Language;
import org.yol.gateway.GatewayProperties;

/** Where a sign-in starts, and where an account is looked after. */
@RestController
class SignInController {

    /** The parameter that says to which page to return. */
    static final String TO = "to";

    private static final String AUTHORIZATION = "/oauth2/authorization/" + IdentityProvider.REGISTRATION;

    private final String issuer;

    SignInController(GatewayProperties properties) {
        this.issuer = properties.issuer();
    }

    /**
     * Sends the browser to the identity provider, to come back to the page {@code to} of this site, and asks it to
     * speak the language of {@code ui_locales} where that is one of Yol's.
     */
    @GetMapping("/login")
    ResponseEntity<Void> signIn(
            @RequestParam(required = false) String to,
            @RequestParam(name = AskedLanguage.PARAMETER, required = false) String language) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(authorization(LocalPath.of(to), Language.find(language)))
                .build();
    }

    /** Sends the browser to the page where people look after their account: its address and its password. */
    @GetMapping("/account")
    ResponseEntity<Void> account(@RequestParam(name = AskedLanguage.PARAMETER, required = false) String language) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(UriComponentsBuilder.fromUriString(issuer)
                        .path("/account")
                        .queryParamIfPresent("lang", Language.find(language))
                        .encode()
                        .build()
                        .toUri())
                .build();
    }

    private static URI authorization(LocalPath returnTo, Optional<Language> language) {
        return UriComponentsBuilder.fromPath(AUTHORIZATION)
                .queryParam(TO, "{to}")
                .queryParamIfPresent(AskedLanguage.PARAMETER, language)
                .encode()
                .build(returnTo.value());
    }
}
