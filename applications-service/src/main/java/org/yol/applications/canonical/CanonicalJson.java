package org.yol.applications.canonical;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;
import org.yol.platform.digest.Sha256;
import tools.jackson.databind.json.JsonMapper;

/** JSON that is the same for whoever writes the same (RFC 8785). Whatever it makes of a value, it makes for ever. */
public final class CanonicalJson {

    /**
     * An answer that was not given, and a list with nothing in it, is left out, so that questions asked later change no
     * digest.
     */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    private static final JsonMapper WHOLE = JsonMapper.shared();

    private CanonicalJson() {}

    /** What JSON makes of a value, without what is not there. */
    public static String of(Object value) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(value)).getEncodedString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What JSON makes of a value, empty lists too; UTF-8. */
    public static byte[] whole(Object value) {
        try {
            return new JsonCanonicalizer(WHOLE.writeValueAsString(value)).getEncodedUTF8();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** SHA-256 of {@link #of}, lower-case hex. */
    public static String sha256(Object value) {
        return Sha256.hex(of(value));
    }
}
