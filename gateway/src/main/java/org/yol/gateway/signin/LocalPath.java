package org.yol.gateway.signin;

import java.io.Serial;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * A page of this site to return to after the sign-in. Anything that a browser could read as another site is taken for
 * the first page instead, and so is what is too long to be kept until then.
 *
 * @param value path and query, percent-encoded, of at most 2,000 letters
 */
record LocalPath(String value) implements Serializable {

    static final LocalPath HOME = new LocalPath("/");

    @Serial
    private static final long serialVersionUID = 1L;

    /** Sealed in a cookie it grows by a third, and browsers drop cookies of more than 4,096 bytes. */
    private static final int LONGEST = 2000;

    private static final Set<String> LOOPS = Set.of("/login", "/logout");

    static LocalPath of(String requested) {
        return Optional.ofNullable(requested)
                .filter(LocalPath::startsHere)
                .flatMap(LocalPath::parsed)
                .filter(uri -> !uri.isAbsolute() && uri.getRawAuthority() == null)
                .filter(uri -> !LOOPS.contains(uri.getPath()))
                .map(URI::toASCIIString)
                .filter(path -> path.length() <= LONGEST)
                .map(LocalPath::new)
                .orElse(HOME);
    }

    URI uri() {
        return URI.create(value);
    }

    // Browsers read "\" as "/" and leave out control characters, so "/\host" and "/<tab>/host" would leave this site.
    private static boolean startsHere(String requested) {
        return requested.startsWith("/")
                && !requested.startsWith("//")
                && requested.indexOf('\\') < 0
                && requested.chars().noneMatch(Character::isISOControl);
    }

    private static Optional<URI> parsed(String requested) {
        try {
            return Optional.of(new URI(requested));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
