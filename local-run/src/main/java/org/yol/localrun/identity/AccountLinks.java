package org.yol.localrun.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * The words in the links that are sent to an account's address. They are signed, so that nothing has to be kept of
 * them, and bound to the address and the password of that moment: when one of these changes, they say nothing any more.
 */
final class AccountLinks {

    /** No service takes a token for this audience. */
    private static final String AUDIENCE = "yol-account-links";

    private static final String ALLOWS = "allows";
    private static final String OF = "of";

    private final Accounts accounts;
    private final JwtEncoder encoder;
    private final JwtDecoder decoder;
    private final Clock clock;

    AccountLinks(Accounts accounts, JwtEncoder encoder, JwtDecoder decoder, Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.decoder = decoder;
        this.clock = clock;
    }

    /** A word that allows this to whoever reads the mails of the account. */
    String word(AccountLink link, Account account) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .subject(account.account())
                .audience(List.of(AUDIENCE))
                .issuedAt(now)
                .expiresAt(now.plus(link.lifetime()))
                .claim(ALLOWS, link.name())
                .claim(OF, state(account))
                .build();
        return encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.RS256).build(), claims))
                .getTokenValue();
    }

    /** Whose account a word allows this with; empty for a word that is wrong, too old or used. */
    Optional<Account> account(AccountLink link, String word) {
        return decoded(word)
                .filter(token -> token.getAudience().equals(List.of(AUDIENCE)))
                .filter(token -> link.name().equals(token.getClaimAsString(ALLOWS)))
                .flatMap(token -> accounts.find(token.getSubject())
                        .filter(account -> state(account).equals(token.getClaimAsString(OF))));
    }

    private Optional<Jwt> decoded(String word) {
        try {
            return Optional.of(decoder.decode(word));
        } catch (JwtException e) {
            return Optional.empty();
        }
    }

    private static String state(Account account) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((account.email() + "\n" + account.password()).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
