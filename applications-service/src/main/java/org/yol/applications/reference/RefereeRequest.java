package org.yol.applications.reference;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.regex.Pattern;
import org.yol.contracts.Language;
import org.yol.platform.problem.FieldError;
import org.yol.platform.problem.Refused;

/** A referee as a student names them. */
record RefereeRequest(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 200) String institution,
        @NotBlank @Size(max = 254) String email,
        @NotNull Language language,
        @NotBlank @Size(max = 200) String relation) {

    /** What mail servers everywhere take (RFC 5321); whether it exists only a mail can tell. */
    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]");

    /** What nobody sees, and what would be a line of its own in a mail. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    /**
     * The referee.
     *
     * @param own the student's own address; null when it is not known
     * @throws Refused field-errors for what is no address, and for the student's own
     */
    Referee referee(String own) {
        String address = email.strip();
        if (!ADDRESS.matcher(address).matches()) {
            throw Refused.because(List.of(FieldError.of("/email", "referee.email")));
        }
        if (own != null && Referee.compared(own).equals(Referee.compared(address))) {
            throw Refused.because(List.of(FieldError.of("/email", "referee.own")));
        }
        return new Referee(
                line("/name", name), line("/institution", institution), address, language, line("/relation", relation));
    }

    private static String line(String pointer, String text) {
        String plain = UNSEEN.matcher(text).replaceAll("").strip();
        if (plain.isEmpty()) {
            throw Refused.because(List.of(FieldError.of(pointer, "answer.missing")));
        }
        return plain;
    }
}
