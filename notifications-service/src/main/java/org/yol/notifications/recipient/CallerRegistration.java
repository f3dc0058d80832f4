package org.yol.notifications.recipient;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yol.contracts.Language;
import org.yol.platform.access.Caller;
import org.yol.platform.access.CallerHearing;
import org.yol.platform.access.Role;

/**
 * Whoever calls this service becomes known to it. Addresses are never part of an event, so this is how one is learnt:
 * from its owner's own token.
 */
@Component
class CallerRegistration extends CallerHearing {

    private final Recipients recipients;

    CallerRegistration(Recipients recipients) {
        this.recipients = recipients;
    }

    @Override
    protected void hear(Caller caller, HttpServletRequest request) {
        Recipient known = recipients.remember(new Profile(
                caller.id(),
                caller.email(),
                caller.country(),
                Language.of(caller.locale()),
                caller.is(Role.AUTHORITY),
                caller.is(Role.COORDINATOR)
                        ? caller.organizations().stream().sorted().toList()
                        : List.of()));
        request.setAttribute(Recipient.CALLER, known);
    }
}
