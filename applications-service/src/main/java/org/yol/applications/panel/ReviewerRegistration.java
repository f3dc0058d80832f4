package org.yol.applications.panel;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.yol.platform.access.Caller;
import org.yol.platform.access.CallerHearing;
import org.yol.platform.access.Role;

/** Reviewers who call this service become known to it, from their own tokens: so it is known whom one may ask. */
@Component
class ReviewerRegistration extends CallerHearing {

    private final Reviewers reviewers;

    ReviewerRegistration(Reviewers reviewers) {
        this.reviewers = reviewers;
    }

    @Override
    protected void hear(Caller caller, HttpServletRequest request) {
        if (caller.is(Role.REVIEWER) && caller.organization() != null) {
            reviewers.remember(caller);
        }
    }
}
