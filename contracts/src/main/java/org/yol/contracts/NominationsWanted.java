package org.yol.contracts;

import java.util.Map;

/**
 * A call that considers only nominated candidates has closed for the citizens of a country, and some of them have
 * applied: the authority of that country is to send its list. Told once for each call and country. Key: call id.
 *
 * @param programmeTitle by language tag, for messages to people; {@code en} is always there
 * @param country ISO 3166-1 alpha-2
 */
public record NominationsWanted(String callId, String programmeId, Map<String, String> programmeTitle, String country)
        implements Event {}
