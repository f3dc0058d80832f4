package org.yol.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yol.allocation.proof.PublishedRecord;
import org.yol.gateway.support.BrowserFunctions;
import org.yol.gateway.support.GatewayTest;
import tools.jackson.databind.node.ArrayNode;

/**
 * What a student's browser works out of a published selection, with the records that the checker's module is tested
 * with.
 */
@GatewayTest
class OwnSelectionCheckIT extends BrowserFunctions {

    private static final PublishedRecord RESERVES = PublishedRecord.of("reserves");
    private static final PublishedRecord CAPS = PublishedRecord.of("caps");

    /** Of what the module finds. */
    private static Object found(PublishedRecord published, int applicant, String expression) {
        var base64 = Base64.getEncoder();
        return scripts.evaluate("selections/own-check.js", """
                (async () => {
                  const { ofBase64 } = await import('/app/log/bytes.js');
                  const found = await m.ownCheck(ofBase64('%s'), ofBase64('%s'), '%s');
                  return %s;
                })()
                """.formatted(
                        base64.encodeToString(published.inputBytes()),
                        base64.encodeToString(published.resultBytes()),
                        PublishedRecord.number(applicant),
                        expression));
    }

    private static Object choices(PublishedRecord published, int applicant) {
        return found(
                published,
                applicant,
                "found.choices.map((c) => [c.place, c.score ?? '-', c.outcome, c.seat ?? c.position ?? '-', c.cutOff?.seat ??"
                        + " c.cutOff?.cap ?? '-', c.cutOff?.score ?? '-', c.rule].join(' ')).join('; ')");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | tsukuba 90.00 offered open open 90.00 offered; hiroshima 80.00 not-needed - - - ranked-higher",
                "2 | tsukuba 70.00 offered rural rural 70.00 offered",
                "3 | hiroshima 80.00 reserve 1 open 80.00 lottery; tsukuba 85.00 reserve 1 left-over 85.00 lottery",
                "4 | tsukuba 60.50 reserve 2 rural 70.00 score",
                "5 | hiroshima - excluded - - - place-withdrawn; tsukuba 85.00 offered left-over left-over 85.00 offered",
                "6 | hiroshima 80.00 offered open open 80.00 offered"
            })
    void saysWhichRuleAppliedWithReserves(int applicant, String choices) {
        assertThat(choices(RESERVES, applicant)).isEqualTo(choices);
        assertThat(found(RESERVES, applicant, "[found.right, found.lottery]"))
                .isEqualTo(List.of(
                        true, RESERVES.applicant(applicant).get("lottery").asString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | a 80.00 offered open open 80.00 offered; b 90.00 not-needed - - - ranked-higher",
                "3 | c 70.00 offered open all 70.00 offered",
                "4 | c 60.00 reserve 1 all 70.00 score",
                "5 | a 50.00 reserve 1 open 80.00 score"
            })
    void saysWhichRuleAppliedUnderCaps(int applicant, String choices) {
        assertThat(choices(CAPS, applicant)).isEqualTo(choices);
        assertThat(found(CAPS, applicant, "found.right")).isEqualTo(true);
    }

    @Test
    void findsAScoreThatWasChangedInTheStore() {
        var wrong = RESERVES.tampered(it -> it.choice(4, 1).put("score", "99.00"));
        assertThat(choices(wrong, 4)).isEqualTo("tsukuba 99.00 passed-over - - - passed-over");
        assertThat(found(wrong, 4, "found.right")).isEqualTo(false);
        // Whoever looks at something else hears of it too.
        assertThat(found(
                        wrong, 6, "found.faults.map(({fault, number, place}) => `${fault} ${number} ${place}`).join()"))
                .isEqualTo("passed-over " + PublishedRecord.number(4) + " tsukuba");
    }

    @Test
    void findsWhatIsNotTheirs() {
        assertThat(failing(RESERVES.tampered(it -> it.applicant(3).put("lottery", "f".repeat(64))), 3))
                .isEqualTo("lottery");
        assertThat(failing(
                        RESERVES.tampered(
                                it -> ((ArrayNode) it.inResult("/places/1").get("reserve")).remove(0)),
                        3))
                .isEqualTo("listed");
        assertThat(failing(RESERVES, 7)).isEqualTo("found,lottery,listed");
        assertThat(failing(
                        RESERVES.tampered(it -> it.inResult("/places/1/held/1").put("seat", "open")), 6))
                .isEqualTo("stable");
        assertThat(failing(CAPS.tampered(it -> it.inInput("/caps/1").put("seats", 2)), 1))
                .isEqualTo("stable");
        assertThat(failing(CAPS.tampered(it -> it.inInput("/places/2").put("seats", 0)), 1))
                .isEqualTo("stable");
    }

    private static Object failing(PublishedRecord published, int applicant) {
        return found(
                published,
                applicant,
                "Object.entries(found.checks).filter(([, ok]) => !ok).map(([name]) => name).join()");
    }

    @Test
    void anInputOfAnotherDigestIsNotThatOfTheResult() {
        assertThat(scripts.evaluate("selections/own-check.js", """
                (async () => {
                  const { utf8 } = await import('/app/log/bytes.js');
                  const input = utf8(%s);
                  const found = await m.ownCheck(input, utf8(%s), 'x');
                  return found.checks.digest;
                })()
                """.formatted(
                                text(
                                        "{\"format\":\"yol-selection-input/1\",\"mode\":\"reserves\",\"categories\":[],\"caps\":[],"
                                                + "\"places\":[],\"applicants\":[]}"),
                                text("{\"format\":\"yol-selection-result/1\",\"input\":\"00\",\"places\":[]}"))))
                .isEqualTo(false);
    }

    private static String text(String json) {
        return "'" + json + "'";
    }

    @Test
    void anotherFormatIsRefused() {
        var other = RESERVES.tampered(it -> it.input().put("format", "yol-selection-input/2"));
        assertThatThrownBy(() -> found(other, 1, "found")).hasMessageContaining("yol-selection-input/2");
    }
}
