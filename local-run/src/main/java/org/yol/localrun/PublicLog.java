package org.yol.localrun;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yol.contracts.Country;
import org.yol.localrun.identity.SecretFile;
import org.yol.transparency.Algorithm;
import org.yol.transparency.SigningKey;

/**
 * The public log of this machine: who signs it, and the authorities that may countersign it as its witnesses. Kept, so
 * that what was signed before a restart is verified after it.
 *
 * @param keys file with the key that signs
 * @param origin what the log is called in all it has ever signed, whatever its port is now
 * @param witnesses file that names the witnesses, for somebody to add others to
 */
record PublicLog(Path keys, String origin, Path witnesses) {

    /**
     * The log of this home, made the first time, with a key for the witness of each country in a folder of its own.
     *
     * @param host and port at which anybody reads it
     */
    static PublicLog in(Path home, String host) {
        Path keys = home.resolve("log").resolve("keys");
        String origin =
                key(keys, host + "/api/log", Algorithm.ED25519).verifierKey().name();
        Path witnesses = home.resolve("log").resolve("witnesses");
        SecretFile.readOrCreate(
                witnesses,
                () -> Stream.of(Country.values())
                        .map(country -> witness(home, host, country))
                        .collect(Collectors.joining("\n", "", "\n")));
        return new PublicLog(keys, origin, witnesses);
    }

    private static String witness(Path home, String host, Country country) {
        String name = "witness-" + country.toString().toLowerCase(Locale.ROOT);
        return country
                + " "
                + key(home.resolve(name).resolve("key"), host + "/" + name, Algorithm.COSIGNATURE)
                        .verifierKey()
                        .encode();
    }

    private static SigningKey key(Path file, String name, Algorithm algorithm) {
        return SigningKey.parse(SecretFile.readOrCreate(
                        file, () -> SigningKey.generate(name, algorithm).encode())
                .value());
    }
}
