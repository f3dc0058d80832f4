package org.yol.applications.award;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yol.applications.award.Certificate.Status;
import org.yol.applications.commitment.Commitment;
import org.yol.contracts.CertificateKind;
import org.yol.platform.digest.Sha256;

/**
 * What is signed: an Open Badges 3.0 OpenBadgeCredential (1EdTech), which is a Verifiable Credential 2.0 (W3C), and a
 * BitstringStatusListCredential (W3C Bitstring Status List 1.0). The holder is named by a salted digest alone: whoever
 * is shown the name can compare it, nobody reads it.
 */
final class Credential {

    private static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";
    private static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    private static final String REVOCATION = "revocation";

    private Credential() {}

    /**
     * Of an award or a completion.
     *
     * @param certificate not signed yet
     * @param name of its holder, as on paper
     */
    static Map<String, Object> of(Certificate certificate, String name, AwardAddresses addresses) {
        Words words = Words.of(certificate);
        Map<String, Object> achievement = new TreeMap<>(Map.of(
                "id",
                addresses.call(certificate.call()) + "#" + certificate.kind(),
                "type",
                List.of("Achievement"),
                "achievementType",
                words.type(),
                "name",
                words.name(),
                "description",
                words.description(),
                "criteria",
                Map.of("narrative", words.criteria())));
        Map<String, Object> subject = new TreeMap<>(Map.of(
                "type",
                List.of("AchievementSubject"),
                "identifier",
                List.of(holder(name)),
                "achievement",
                achievement));
        if (certificate.endedOn() != null) {
            subject.put(
                    "activityEndDate",
                    certificate
                            .endedOn()
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toString());
        }
        Map<String, Object> says = new TreeMap<>();
        says.put("@context", List.of(CREDENTIALS, OPEN_BADGES));
        says.put("id", addresses.credential(certificate.number()));
        says.put("type", List.of("VerifiableCredential", "OpenBadgeCredential"));
        says.put("name", words.name());
        says.put(
                "issuer",
                Map.of(
                        "id",
                        addresses.issuer(),
                        "type",
                        List.of("Profile"),
                        "name",
                        "Yol",
                        "url",
                        addresses.platform()));
        says.put("validFrom", certificate.since().toString());
        says.put("credentialSubject", subject);
        says.put("credentialStatus", entry(certificate.status(), addresses));
        says.put("iss", addresses.issuer());
        says.put("jti", addresses.credential(certificate.number()));
        says.put("nbf", certificate.since().getEpochSecond());
        return says;
    }

    /** What says who holds it: SHA-256 of name and salt, one behind the other. */
    private static Map<String, Object> holder(String name) {
        String salt = Commitment.salt();
        return Map.of(
                "type",
                "IdentityObject",
                "identityType",
                "name",
                "hashed",
                true,
                "salt",
                salt,
                "identityHash",
                "sha256$" + Sha256.hex(plain(name) + salt));
    }

    /** A name as it is compared: however it was typed. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }

    private static Map<String, Object> entry(Status status, AwardAddresses addresses) {
        String list = addresses.list(status.list());
        return Map.of(
                "id",
                list + "#" + status.index(),
                "type",
                "BitstringStatusListEntry",
                "statusPurpose",
                REVOCATION,
                "statusListIndex",
                Integer.toString(status.index()),
                "statusListCredential",
                list);
    }

    /**
     * Of a status list.
     *
     * @param encoded as {@link StatusList} writes it
     * @param milliseconds for how long it may be kept
     */
    static Map<String, Object> ofList(
            long list, String encoded, Instant now, long milliseconds, AwardAddresses addresses) {
        String address = addresses.list(list);
        Map<String, Object> says = new TreeMap<>();
        says.put("@context", List.of(CREDENTIALS));
        says.put("id", address);
        says.put("type", List.of("VerifiableCredential", "BitstringStatusListCredential"));
        says.put("issuer", addresses.issuer());
        says.put("validFrom", now.toString());
        says.put(
                "credentialSubject",
                Map.of(
                        "id",
                        address + "#list",
                        "type",
                        "BitstringStatusList",
                        "statusPurpose",
                        REVOCATION,
                        "encodedList",
                        encoded,
                        "ttl",
                        milliseconds));
        says.put("iss", addresses.issuer());
        says.put("jti", address);
        says.put("nbf", now.getEpochSecond());
        return says;
    }

    /** In English, which is what readers of badges expect; pages and papers say it in their readers' language. */
    private record Words(String type, String name, String description, String criteria) {

        static Words of(Certificate certificate) {
            String title = certificate.title().get("en");
            String by = certificate.provider().containsKey("en")
                    ? " offered by " + certificate.provider().get("en")
                    : "";
            boolean completed = certificate.kind() == CertificateKind.COMPLETION;
            return completed
                    ? new Words(
                            "CertificateOfCompletion",
                            "Completed: " + title,
                            "The programme “%s”%s, completed at: %s.".formatted(title, by, certificate.place()),
                            "Took up a place that was given by the published procedure of the call, and was reported by"
                                    + " who offers it to have completed the programme.")
                    : new Words(
                            "Award",
                            "Awarded: " + title,
                            "A place in the programme “%s”%s: %s.".formatted(title, by, certificate.place()),
                            "Was selected by the published procedure of the call, accepted the place that was offered,"
                                    + " and took it up.");
        }
    }
}
