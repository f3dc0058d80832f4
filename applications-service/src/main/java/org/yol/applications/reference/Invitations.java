package org.yol.applications.reference;

import org.springframework.stereotype.Component;
import org.yol.contracts.Deadline;
import org.yol.contracts.RefereeAddressed;
import org.yol.contracts.ReferenceMail;
import org.yol.platform.seal.SharedSeal;
import tools.jackson.databind.json.JsonMapper;

/** Makes the mails to referees: with a link that nobody knows but who reads the mail. */
@Component
class Invitations {

    private final SharedSeal seal;
    private final JsonMapper json;

    Invitations(SharedSeal seal, JsonMapper json) {
        this.seal = seal;
        this.json = json;
    }

    /** @param student as the referee reads the name */
    Mailing mailing(ReferenceMail mail, Reference reference, String student, Deadline closes) {
        Token token = Token.fresh(reference.id());
        Referee referee = reference.referee();
        RefereeAddressed addressed = new RefereeAddressed(
                referee.email(),
                referee.name(),
                referee.language(),
                token.text(),
                student,
                reference.call().title(),
                closes.stated(),
                closes.zone().getId());
        return new Mailing(mail, token.digest(), seal.seal(json.writeValueAsString(addressed)));
    }
}
