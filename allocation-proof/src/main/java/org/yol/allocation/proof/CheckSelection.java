package org.yol.allocation.proof;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.yol.allocation.proof.log.Finding;
import org.yol.allocation.proof.log.LogCheck;
import org.yol.allocation.proof.log.NotThere;
import tools.jackson.core.JacksonException;

/** Behind {@code ./run check-selection}. */
public final class CheckSelection {

    /** Status: all was checked, and nothing is wrong. */
    public static final int RIGHT = 0;

    /** Status: something is wrong. */
    public static final int WRONG = 1;

    /** Status: it could not be checked. */
    public static final int NOT_CHECKED = 2;

    private final PrintStream out;

    private CheckSelection(PrintStream out) {
        this.out = out;
    }

    /** @param words see {@code --help} */
    public static void main(String... words) {
        System.exit(run(System.out, words));
    }

    /**
     * The same in this process; returns its status.
     *
     * @param out hears what was found
     */
    public static int run(PrintStream out, String... words) {
        if (List.of(words).contains("--help") || List.of(words).contains("-h")) {
            out.print(CommandLine.HELP);
            return RIGHT;
        }
        try (Web web = new Web()) {
            return new CheckSelection(out).check(CommandLine.parse(words), web);
        } catch (IllegalArgumentException | UnreadableRecord | NotThere e) {
            out.println(visible(e.getMessage()));
            return NOT_CHECKED;
        }
    }

    private int check(CommandLine asked, Web web) {
        PublicRecord published = asked.address()
                .map(address -> PublicRecord.at(address, web))
                .orElseGet(() ->
                        PublicRecord.at(asked.files().getFirst(), asked.files().getLast()));
        var check = new SelectionCheck(published.input(), published.result());
        Verdict verdict = check.verdict();
        tell(verdict);
        int log = log(asked, check, published, web);
        if (asked.number().isPresent()) {
            Optional<Explanation> explanation = check.explain(asked.number().get());
            say("");
            explanation
                    .map(Explanation::lines)
                    .orElse(List.of("Nothing can be said of " + asked.number().get()
                            + ": no such number applied, or the outcome could not be checked."))
                    .forEach(this::say);
        }
        say("");
        if (!verdict.isRight() || log == WRONG) {
            say("This is NOT what the rules give.");
            return WRONG;
        }
        say(log == RIGHT ? "All is right." : "The two files are right; the log was not checked.");
        return asked.address().isPresent() || asked.log().isPresent() ? log : RIGHT;
    }

    /** What the public log says of it, line by line. */
    private int log(CommandLine asked, SelectionCheck check, PublicRecord published, Web web) {
        say("");
        Optional<LogAddress> where = LogAddress.of(asked, check.call());
        if (where.isEmpty()) {
            say("The public log was not read: that the lottery was bound in time, and that nothing was changed since,");
            say("is not checked. Give the address of the record to have it checked too.");
            return NOT_CHECKED;
        }
        List<Finding> findings;
        try {
            findings = LogCheck.of(
                    check.claims(asked.selection(), published.result()),
                    where.get().log(),
                    where.get().entrants(),
                    asked.logKey(),
                    web);
        } catch (IllegalArgumentException | JacksonException | UnreadableRecord | NotThere e) {
            say("The public log could not be read: " + e.getMessage());
            return NOT_CHECKED;
        }
        say("The public log " + where.get().log());
        findings.forEach(finding -> say(finding.what() + ": "
                + said(finding.faults().size()) + (finding.found().isBlank() ? "" : " (" + finding.found() + ")")));
        List<String> faults =
                findings.stream().flatMap(finding -> finding.faults().stream()).toList();
        faults.stream().limit(Faults.KEPT).forEach(fault -> say("FAULT LOG " + fault));
        if (faults.size() > Faults.KEPT) {
            say("%,d more faults of the log".formatted(faults.size() - Faults.KEPT));
        }
        return faults.isEmpty() ? RIGHT : WRONG;
    }

    private void tell(Verdict verdict) {
        Verdict.Checked checked = verdict.checked();
        say("Selection of the call %s, mode %s".formatted(checked.call(), checked.mode()));
        say("Input with the SHA-256 " + verdict.digest());
        say(
                "%,d applicants with %,d choices, %,d places with %,d seats; %,d seats are given, %,d entries of reserve lists"
                        .formatted(
                                checked.applicants(),
                                checked.choices(),
                                checked.places(),
                                checked.seats(),
                                checked.held(),
                                checked.reserveEntries()));
        say("Lottery numbers from the seed: " + said(verdict, FaultKind.SEED, FaultKind.LOTTERY));
        say("The input in its form and order: "
                + said(
                        verdict,
                        FaultKind.FORM,
                        FaultKind.MODE,
                        FaultKind.PLACE,
                        FaultKind.CAP,
                        FaultKind.NUMBER,
                        FaultKind.CHOICE,
                        FaultKind.SCORE));
        say("The result is of this input: " + said(verdict, FaultKind.DIGEST, FaultKind.UNKNOWN));
        if (!verdict.outcomeChecked()) {
            say("The outcome could not be checked: its places, categories or caps are wrong in the input");
        } else {
            say("Seats, reserves and caps are kept, and nobody holds what they did not rank: "
                    + said(
                            verdict,
                            FaultKind.HELD_TWICE,
                            FaultKind.NOT_RANKED,
                            FaultKind.EXCLUDED,
                            FaultKind.OVER_SEATS,
                            FaultKind.OVER_CAP,
                            FaultKind.WRONG_SEAT));
            say("Nobody prefers a place that would choose them: " + said(verdict, FaultKind.BLOCKING));
            say("No other such outcome is better for any applicant: "
                    + (verdict.optimalityChecked()
                            ? said(verdict, FaultKind.NOT_OPTIMAL)
                            : "not asked, since this one has faults already"));
            say("Order of those who hold seats, reserve lists and cut-offs: "
                    + said(verdict, FaultKind.HELD_ORDER, FaultKind.RESERVE_LIST, FaultKind.CUT_OFF));
        }
        verdict.faults().forEach(fault -> say("FAULT " + fault.kind() + " " + fault.sentence()));
        verdict.counts().forEach((kind, count) -> {
            if (count > Faults.KEPT) {
                say("%,d more faults of the kind %s".formatted(count - Faults.KEPT, kind));
            }
        });
    }

    private static String said(Verdict verdict, FaultKind... kinds) {
        int faults = 0;
        for (FaultKind kind : kinds) {
            faults += verdict.counts().getOrDefault(kind, 0);
        }
        return said(faults);
    }

    private static String said(int faults) {
        return faults == 0 ? "yes" : "NO, " + faults + (faults == 1 ? " fault" : " faults");
    }

    private void say(String line) {
        out.println(visible(line));
    }

    /** Much of it is what others wrote: that must not move about on the terminal. */
    private static String visible(String line) {
        return String.valueOf(line).replaceAll("[\\p{Cc}\\p{Cf}]", " ");
    }
}
