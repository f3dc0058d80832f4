package org.yol.applications.audit;

/**
 * How far the audit trail of a database has come: with these, whoever has noted them knows all that was before.
 *
 * @param database its name; of one for a country of its own, then {@code @} and the country
 * @param entries how many there are, from 0
 * @param hash of the last one, lower-case hex; 64 zeros where there is none yet
 */
public record AuditHead(String database, long entries, String hash) {}
