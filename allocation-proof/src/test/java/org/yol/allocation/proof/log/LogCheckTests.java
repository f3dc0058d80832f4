package org.yol.allocation.proof.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yol.transparency.Algorithm;
import org.yol.transparency.SigningKey;
import org.yol.transparency.VerifierKey;

/** Each part of what the log has to say, tampered with. */
class LogCheckTests {

    private static final String CALL = "kz-masters-2027";
    private static final String OPERATOR = "01".repeat(32);
    private static final String KZ = "02".repeat(32);
    private static final String INPUT = "11".repeat(32);
    private static final String RESULT = "22".repeat(32);
    private static final List<String> NUMBERS = List.of("aa".repeat(32), "bb".repeat(32), "cc".repeat(32));

    private final SelectionLog log = new SelectionLog(CALL, OPERATOR, KZ, NUMBERS, INPUT, RESULT);

    private List<Finding> check(Claims claims, Optional<VerifierKey> key) {
        return LogCheck.of(claims, SelectionLog.ADDRESS, SelectionLog.ENTRANTS, key, log);
    }

    private Claims claims() {
        return new Claims(CALL, Optional.of("1"), INPUT, RESULT, log.seed(), NUMBERS);
    }

    private String faults() {
        return SelectionLog.faults(check(claims(), Optional.empty()));
    }

    @Test
    void saysOfEachPartWhichEntryHasIt() {
        List<Finding> findings = check(claims(), Optional.of(log.key.verifierKey()));
        assertThat(findings).allMatch(Finding::isRight).hasSize(11);
        assertThat(findings.toString())
                .contains(
                        "of KZ",
                        "310 entries",
                        "operator: entry 300, KZ: entry 301, UZ: entry 302; first submission: entry 303",
                        "entry 304, 3 numbers",
                        "operator: entry 305, KZ: entry 306; not opened, and so left out: UZ",
                        "entry 308",
                        "entry 309");
    }

    @Test
    void whoHasWithdrawnIsCountedOnly() {
        Claims fewer = new Claims(CALL, Optional.empty(), INPUT, RESULT, log.seed(), NUMBERS.subList(0, 1));
        List<Finding> findings = check(fewer, Optional.empty());
        assertThat(findings).allMatch(Finding::isRight);
        assertThat(findings.toString()).contains("2 more took part");
    }

    @Test
    void anotherKeySigned() {
        VerifierKey other =
                SigningKey.generate(SelectionLog.ORIGIN, Algorithm.ED25519).verifierKey();
        assertThat(SelectionLog.faults(check(claims(), Optional.of(other))))
                .isEqualTo("the checkpoint has no signature of " + other);
        VerifierKey ofAnother =
                SigningKey.generate("elsewhere", Algorithm.ED25519).verifierKey();
        assertThat(SelectionLog.faults(check(claims(), Optional.of(ofAnother))))
                .contains("is of the log log.example.org/api/log, and the key of elsewhere");
    }

    @Test
    void signatureIsWrong() {
        String note = new String(log.get("checkpoint"), StandardCharsets.UTF_8);
        log.changed.put("checkpoint", note.replaceFirst("\n310\n", "\n309\n").getBytes(StandardCharsets.UTF_8));
        assertThat(faults())
                .contains("The signature of log.example.org/api/log is wrong")
                .contains("The signature of witness.example.kz is wrong")
                .contains("signed is");
    }

    @Test
    void entriesAreNotTheSignedOnes() {
        log.signingAnother();
        assertThat(faults()).contains("the entries make a tree with the hash").contains("and signed is");
    }

    @Test
    void entriesAreHeldBack() {
        log.changed.put("tile/entries/001.p/54", new byte[] {0, 2, '{', '}'});
        assertThat(faults()).contains("the log shows fewer entries than it has signed, from entry 257 on");
    }

    @Test
    void entryIsUnreadable() {
        log.tampered(all -> all.put("submission", "{\"call\":"));
        assertThat(faults()).isEqualTo("entry 303 is no JSON");
    }

    @Test
    void boundAfterTheFirstSubmission() {
        log.moved("KZ bound", "submission");
        assertThat(faults()).isEqualTo("entry 303 binds KZ after the first submission, which is entry 302");
    }

    @Test
    void boundTwiceOrNotAtAll() {
        log.tampered(all -> all.put("operator bound", all.get("KZ bound")));
        assertThat(faults())
                .contains("entry 301 is a second one of KZ, after entry 300")
                .contains("no entry binds the operator to a part")
                .contains("entry 305 opens a part of operator, which was never bound");
    }

    @Test
    void openedBeforeItStoodWhoTakesPart() {
        log.moved("operator opened", "submission");
        assertThat(faults()).isEqualTo("entry 304 opens the part of operator before entry 305 says who takes part");
    }

    @Test
    void boundAfterItStoodWhoTakesPart() {
        log.tampered(all -> all.put("submission", "{}")).moved("UZ bound", "entered");
        assertThat(faults()).isEqualTo("entry 304 binds UZ after entry 303 says who takes part");
    }

    @Test
    void anotherListOfEntrants() {
        log.entrants(NUMBERS.subList(0, 2));
        assertThat(faults())
                .contains("the published list of 2 has the digest ", "and entry 304 says")
                .contains(NUMBERS.get(2) + " is in the input, and not among those who took part");
    }

    @Test
    void nothingOrSeveralSayWhoTakesPart() {
        log.tampered(all -> all.put("UZ bound", all.get("entered")));
        assertThat(faults()).contains("several entries say so: [entry 302, entry 304]");
    }

    @Test
    void noEntrants() {
        log.tampered(all -> all.remove("entered"));
        assertThat(faults()).isEqualTo("no entry says who takes part");
    }

    @Test
    void openedIsNotWhatWasBound() {
        log.tampered(all -> all.put("KZ opened", SelectionLog.part(CALL, "KZ", "03".repeat(32))));
        assertThat(faults())
                .contains("entry 306 opens another part than the one that entry 301 binds KZ to")
                .contains("the input has the seed " + log.seed());
    }

    @Test
    void partIsNone() {
        log.tampered(all -> all.put("KZ opened", SelectionLog.part(CALL, "KZ", "x")));
        assertThat(faults()).contains("entry 306 opens another part than the one that entry 301 binds KZ to");
    }

    @Test
    void operatorDoesNotOpen() {
        log.tampered(all -> all.remove("operator opened"));
        assertThat(faults()).contains("no entry opens the operator's part", "and the parts give");
    }

    @Test
    void seedIsAnother() {
        Claims other = new Claims(CALL, Optional.of("1"), INPUT, RESULT, "00".repeat(32), NUMBERS);
        assertThat(SelectionLog.faults(check(other, Optional.empty())))
                .isEqualTo("the input has the seed %s, and the parts give %s".formatted("00".repeat(32), log.seed()));
    }

    @Test
    void openedAfterTheInput() {
        log.moved("KZ opened", "input");
        assertThat(faults()).isEqualTo("entry 308 opens the part of KZ after the input, which is entry 307");
    }

    @Test
    void inputIsAnother() {
        log.tampered(
                all -> all.put("input", SelectionLog.selection(CALL, "1", "selection-input", "12".repeat(32), "")));
        assertThat(faults())
                .isEqualTo(
                        "no entry of this selection has the digest of this input; the call has entry 307 %s, entry 308 %s"
                                .formatted("77".repeat(32), "12".repeat(32)));
    }

    @Test
    void resultBeforeTheInput() {
        log.moved("input", "result");
        assertThat(faults()).isEqualTo("entry 308 has the result before any entry has the input");
    }

    @Test
    void resultIsAnother() {
        Claims other = new Claims(CALL, Optional.of("1"), INPUT, "23".repeat(32), log.seed(), NUMBERS);
        assertThat(SelectionLog.faults(check(other, Optional.empty())))
                .isEqualTo("no entry has the digest of this result; the call has entry 309 " + RESULT);
    }

    @Test
    void resultIsOfAnotherSelectionOrInput() {
        Claims other = new Claims(CALL, Optional.of("2"), "13".repeat(32), RESULT, log.seed(), NUMBERS);
        assertThat(SelectionLog.faults(check(other, Optional.empty())))
                .contains("entry 309 names the input " + INPUT + ", and this one is " + "13".repeat(32))
                .contains("entry 309 is of the selection 1, and this one is 2");
    }

    @Test
    void twoResults() {
        log.tampered(all -> all.put(
                "another",
                SelectionLog.selection(
                        CALL, "2", "selection-result", INPUT, ",\"result\":\"" + "24".repeat(32) + "\"")));
        assertThat(faults()).contains("the call has more than one result: entry 309 ", "entry 310 ");
    }

    @Test
    void whatIsNoLogCannotBeChecked() {
        log.changed.put("checkpoint", "hello".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(this::faults).isInstanceOf(IllegalArgumentException.class);
    }
}
