package org.yol.programs.counts;

import com.mongodb.client.MongoDatabase;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.yol.platform.document.FinalDocuments;

/** The rounding of this installation: its secret is made by whoever needs it first, and stays. */
@Component
class PublicRounding {

    private static final String ID = "public-figures";
    private static final int SECRET_BYTES = 32;

    private final FinalDocuments<RoundingSecret> secrets;
    private volatile Rounding rounding;

    PublicRounding(MongoDatabase database) {
        this.secrets = new FinalDocuments<>(database, "rounding_secrets", RoundingSecret.class);
    }

    Rounding get() {
        Rounding known = rounding;
        if (known == null) {
            known = new Rounding(HexFormat.of().parseHex(secret().bytes()));
            rounding = known;
        }
        return known;
    }

    /** Of several that are made at once, the first that is kept is everybody's. */
    private RoundingSecret secret() {
        return secrets.find(ID).orElseGet(() -> {
            byte[] random = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(random);
            secrets.keep(new RoundingSecret(ID, HexFormat.of().formatHex(random)));
            return secrets.find(ID).orElseThrow();
        });
    }
}
