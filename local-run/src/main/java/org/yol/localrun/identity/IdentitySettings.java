package org.yol.localrun.identity;

import java.nio.file.Path;

/**
 * What the provider has to know.
 *
 * @param directory where the key, the secrets and the registered accounts are kept
 * @param port where it listens, on the loopback address only
 * @param gatewayPort where the only client listens
 * @param mailPort where the mail pages listen, in the same web server
 * @param smtpPort where mails are handed in
 */
public record IdentitySettings(Path directory, int port, int gatewayPort, int mailPort, int smtpPort) {

    /** The issuer, as it stands in every token. */
    public String issuer() {
        return "http://localhost:" + port;
    }

    /** Where people go after they signed in without having come from anywhere. */
    String gateway() {
        return "http://localhost:" + gatewayPort;
    }

    /** The secret that gateway and provider share. */
    public SecretFile clientSecret() {
        return SecretFile.readOrCreate(directory.resolve("client-secret"));
    }

    /** The secret that allows a script of this machine to ask for tokens. */
    public SecretFile tokenSecret() {
        return SecretFile.readOrCreate(directory.resolve("token-secret"));
    }
}
