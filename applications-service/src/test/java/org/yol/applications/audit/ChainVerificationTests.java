package org.yol.applications.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yol.platform.trail.Act;
import org.yol.platform.trail.RecordedAct;

class ChainVerificationTests {

    private static final String DATABASE = "applications";
    private static final List<AuditEntry> CHAIN = chain("sato", 6);

    @Test
    void holdsWhatIsAsItWasNoted() {
        assertThat(verified(CHAIN, head(CHAIN, 0), head(CHAIN, 2), head(CHAIN, 5)))
                .isEqualTo("applications: 6 entries hold; the hash of the last one is "
                        + CHAIN.getLast().hash() + "; 5 of them are as they were noted elsewhere");
        assertThat(verified(CHAIN, head(CHAIN, 0))).endsWith(CHAIN.getLast().hash());
        assertThat(verified(CHAIN)).endsWith(CHAIN.getLast().hash());
        assertThat(verified(List.of())).isEqualTo("applications: no entries yet");
    }

    @Test
    void aChainThatIsCutOffIsFound() {
        assertThat(verified(CHAIN.subList(0, 4))).contains("4 entries hold");
        assertThatIllegalStateException()
                .isThrownBy(() -> verified(CHAIN.subList(0, 4), head(CHAIN, 2), head(CHAIN, 6)))
                .withMessageContaining("cut off")
                .withMessageContaining("behind entry 4: the public log says that there were 6 entries");
        assertThatIllegalStateException().isThrownBy(() -> verified(List.of(), head(CHAIN, 1)));
    }

    @Test
    void aChainThatIsMadeAnewIsFound() {
        List<AuditEntry> anew = new ArrayList<>(CHAIN.subList(0, 3));
        while (anew.size() < 6) {
            anew.add(next(anew.getLast(), "nobody"));
        }

        assertThat(verified(anew, head(CHAIN, 2))).contains("6 entries hold");
        assertThatIllegalStateException()
                .isThrownBy(() -> verified(anew, head(CHAIN, 2), head(CHAIN, 5)))
                .withMessageContaining(
                        "after entry 2 and before entry 6: the public log says that entry 5 had the hash "
                                + CHAIN.get(4).hash());
    }

    @Test
    void headsThatContradictEachOtherAreFound() {
        assertThatIllegalStateException()
                .isThrownBy(() -> verified(CHAIN, head(CHAIN, 3), head(chain("nobody", 3), 3)));
    }

    private static String verified(List<AuditEntry> entries, AuditHead... noted) {
        ChainVerification verification = new ChainVerification(DATABASE, List.of(new InTheLog(noted)), _ -> {});
        entries.forEach(verification::follow);
        return verification.end();
    }

    private record InTheLog(AuditHead... heads) implements CommittedHeads {

        @Override
        public String where() {
            return "the public log";
        }

        @Override
        public List<AuditHead> of(String database) {
            return database.equals(DATABASE) ? List.of(heads) : List.of();
        }
    }

    private static AuditHead head(List<AuditEntry> chain, int entries) {
        return new AuditHead(
                DATABASE,
                entries,
                entries == 0 ? AuditEntry.BEGINNING : chain.get(entries - 1).hash());
    }

    private static List<AuditEntry> chain(String by, int entries) {
        List<AuditEntry> chain = new ArrayList<>();
        while (chain.size() < entries) {
            chain.add(next(chain.isEmpty() ? null : chain.getLast(), by));
        }
        return chain;
    }

    private static AuditEntry next(AuditEntry before, String by) {
        Act act = new Act("read", by, "coordinator", "kz-1", Map.of());
        RecordedAct recorded = RecordedAct.now(act, Instant.parse("2026-11-26T20:00:00Z"));
        return before == null
                ? AuditEntry.of(recorded, 1, AuditEntry.BEGINNING)
                : AuditEntry.of(recorded, before.number() + 1, before.hash());
    }
}
