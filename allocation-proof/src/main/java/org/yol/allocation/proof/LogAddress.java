package org.yol.allocation.proof;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where the public log is, and the list of those who took part in the lottery of a call.
 *
 * @param log address of the log
 * @param entrants address of the list
 */
record LogAddress(String log, String entrants) {

    private static final String LOG = "/log";

    /** Beside the record, or where somebody says it is; empty where nobody says anything. */
    static Optional<LogAddress> of(CommandLine asked, String call) {
        Optional<String> api = asked.address()
                .map(at -> at.toString().replaceFirst("/selections/[^/]*$", ""))
                .or(() -> asked.log().map(log -> log.replaceFirst(LOG + "$", "")));
        return api.map(at -> new LogAddress(
                asked.log().orElse(at + LOG),
                at + "/selections/lotteries/" + URLEncoder.encode(call, StandardCharsets.UTF_8) + "/entrants"));
    }
}
