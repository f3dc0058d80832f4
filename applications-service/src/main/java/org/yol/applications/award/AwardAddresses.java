package org.yol.applications.award;

import java.net.URI;
import org.springframework.stereotype.Component;
import org.yol.applications.submission.ReceiptProperties;

/** Where certificates and what belongs to them are found: these addresses are signed, so they stay as they are. */
@Component
class AwardAddresses {

    private final URI base;

    AwardAddresses(ReceiptProperties properties) {
        this.base = properties.publicUri();
    }

    /** Where the platform is. */
    String platform() {
        return base.toString();
    }

    /** Who signs: at this address are the keys. */
    String issuer() {
        return of("/api/awards/issuer");
    }

    /** The credential of that number. */
    String credential(String number) {
        return of("/api/awards/" + number);
    }

    /** The page that verifies it. */
    String page(String number) {
        return of("/certificates/" + number);
    }

    /** The status list of that number. */
    String list(long list) {
        return of("/api/awards/status/" + list);
    }

    /** The call that an award is of. */
    String call(String callId) {
        return of("/calls/" + callId);
    }

    private String of(String path) {
        return base.resolve(path).toString();
    }
}
