package org.yol.allocation.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.yol.allocation.proof.log.Claims;

/** Checks the published record of a selection, which is two files. Threads may check at the same time. */
public final class SelectionCheck {

    private final String digest;
    private final Faults faults = new Faults();
    private final InputReading input;
    private final ResultReading result;
    private final Optional<OutcomeCheck> outcome;

    SelectionCheck(byte[] inputFile, byte[] resultFile) {
        digest = sha256(inputFile);
        input = InputReading.of(inputFile, faults);
        result = new ResultReading(resultFile, faults);
        result.compare(input.file(), digest);
        input.lotteries();
        outcome = input.market().map(market -> OutcomeCheck.of(market, result.outcome(input, market), faults));
    }

    /**
     * Checks everything that can be checked from these two files.
     *
     * @param input bytes of the input, as they are published
     * @param result bytes of the result
     * @throws UnreadableRecord where one of them is not of a format that is known
     */
    public static Verdict of(byte[] input, byte[] result) {
        return new SelectionCheck(input, result).verdict();
    }

    Verdict verdict() {
        InputFile file = input.file();
        return new Verdict(
                faults.kept(),
                faults.counts(),
                digest,
                new Verdict.Checked(
                        file.call(),
                        file.mode(),
                        file.applicants().size(),
                        file.applicants().stream()
                                .mapToInt(one -> one.choices().size())
                                .sum(),
                        file.places().size(),
                        file.places().stream().mapToLong(InputFile.Place::seats).sum(),
                        outcome.map(OutcomeCheck::held).orElse(0),
                        result.file().places().stream()
                                .mapToInt(one -> one.reserve().size())
                                .sum()),
                outcome.isPresent(),
                outcome.filter(OutcomeCheck::isOptimalityChecked).isPresent());
    }

    /**
     * What led to what one applicant got, or nothing where no such number applied or the outcome could not be checked.
     */
    Optional<Explanation> explain(String number) {
        return outcome.flatMap(check -> Explanation.of(number, input, check));
    }

    String call() {
        return input.file().call();
    }

    /** What the public log has to confirm. */
    Claims claims(Optional<String> selection, byte[] resultFile) {
        InputFile file = input.file();
        return new Claims(
                file.call(),
                selection,
                digest,
                sha256(resultFile),
                file.seed(),
                file.applicants().stream().map(InputFile.Applicant::number).toList());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
