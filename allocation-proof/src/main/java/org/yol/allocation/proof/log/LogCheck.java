package org.yol.allocation.proof.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yol.transparency.VerifierKey;

/** Checks a selection against the public log: what it says, and that it said it in the order that was promised. */
public final class LogCheck {

    /** A million numbers of 65 characters, and some. */
    private static final int LONGEST_LIST = 1 << 27;

    private LogCheck() {}

    /**
     * Looks for everything that is wrong.
     *
     * @param log its address, such as {@code https://yol.example.org/api/log}
     * @param entrants address of the list of who took part in the lottery
     * @param key that has to have signed the log; without it, the one that the log shows
     * @throws IllegalArgumentException where something is not in its form
     */
    public static List<Finding> of(
            Claims claims, String log, String entrants, Optional<VerifierKey> key, Source source) {
        CallHistory history = new CallHistory(claims.call());
        List<Finding> findings = new ArrayList<>(new SignedLog(log, source).read(key, history));
        List<String> listed = new String(source.get(entrants, LONGEST_LIST), StandardCharsets.UTF_8)
                .lines()
                .toList();
        LotteryInLog lottery = new LotteryInLog(history);
        findings.add(lottery.bound());
        findings.add(lottery.entered(listed));
        findings.add(entered(claims, listed));
        findings.add(lottery.opened());
        findings.add(lottery.drawn(claims.seed()));
        findings.addAll(new SelectionInLog(claims, history).findings());
        return findings;
    }

    private static Finding entered(Claims claims, List<String> listed) {
        Set<String> entrants = Set.copyOf(listed);
        List<String> strangers = claims.numbers().stream()
                .filter(number -> !entrants.contains(number))
                .toList();
        int absent = listed.size() - (claims.numbers().size() - strangers.size());
        return new Finding(
                "Everybody in the input is among those who took part",
                absent == 0 ? "" : absent + " more took part, and withdrew or were not to be decided on",
                strangers.stream()
                        .map(number -> number + " is in the input, and not among those who took part")
                        .collect(Collectors.toList()));
    }
}
