package org.yol.applications.application;

import org.springframework.stereotype.Component;
import org.yol.platform.operate.Retelling;

/** Tells all applications again, for whoever counts them. */
@Component
class ApplicationRetelling implements Retelling {

    private final Applications applications;

    ApplicationRetelling(Applications applications) {
        this.applications = applications;
    }

    @Override
    public String collection() {
        return "applications";
    }

    @Override
    public long retell() {
        return applications.retell();
    }
}
