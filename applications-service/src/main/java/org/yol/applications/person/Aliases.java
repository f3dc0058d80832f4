package org.yol.applications.person;

import com.google.crypto.tink.DeterministicAead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yol.platform.document.Page;
import org.yol.platform.document.PageRequest;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * What ids are called before those who are not to know whose they are, since an id begins with a person's country: the
 * id itself, encrypted so that the same is always called the same (AES-SIV, RFC 5297) and nobody else makes one up.
 * Whoever changes the master keys leaves the earlier ones behind the new one, and earlier aliases go on opening.
 */
@Component
public class Aliases {

    private static final byte[] NOTHING_ELSE = {};

    private final DeterministicAead naming;

    Aliases(PersonProperties properties) {
        this.naming = MasterKeys.naming(properties.masterKeys(), "aliases");
    }

    /** What an id is called: letters, digits, hyphens and low lines, and never an id itself. */
    public String of(String id) {
        try {
            byte[] called = naming.encryptDeterministically(id.getBytes(StandardCharsets.UTF_8), NOTHING_ELSE);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(called);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every text can be encrypted", impossible);
        }
    }

    /** The id that is called so; empty for what is no alias. */
    public Optional<String> idOf(String alias) {
        if (Residence.ofId(alias).isPresent()) {
            return Optional.empty();
        }
        try {
            byte[] called = Base64.getUrlDecoder().decode(alias);
            byte[] id = naming.decryptDeterministically(called, NOTHING_ELSE);
            return Optional.of(new String(id, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /**
     * The request for part of a list whose cursors were {@linkplain #hiding hidden}.
     *
     * @throws Refused invalid-cursor for one that was not: whoever makes one up finds out where an id lies
     */
    public PageRequest opened(PageRequest request) {
        return request.after() == null
                ? request
                : new PageRequest(
                        request.limit(), idOf(request.after()).orElseThrow(() -> new Refused(Problem.INVALID_CURSOR)));
    }

    /** The same page with a cursor that does not show after which id it goes on. */
    public <T> Page<T> hiding(Page<T> page) {
        return page.next() == null ? page : new Page<>(page.items(), of(page.next()));
    }
}
