package org.yol.notifications.recipient;

import java.util.List;
import org.yol.contracts.Language;

/**
 * What a token says about its bearer, as far as messages need it.
 *
 * @param address e-mail address, null where the token has none
 * @param country ISO 3166-1 alpha-2, null where the token has none
 * @param authority whether it acts for the authority of its country
 * @param coordinates the providers for which it is a coordinator, in their order
 */
record Profile(
        String account,
        String address,
        String country,
        Language language,
        boolean authority,
        List<String> coordinates) {}
