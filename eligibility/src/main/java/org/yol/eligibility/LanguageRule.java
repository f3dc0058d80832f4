package org.yol.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.yol.eligibility.Applicant.Certificate;
import org.yol.eligibility.Statement.LanguageCode;

/**
 * A certificate of a language. Where the rule names a test, only that test counts; where it names a level of the Common
 * European Framework, every certificate does that is published to stand for one.
 *
 * @param language ISO 639
 * @param test CEFR for a level
 * @param atLeast a result of the test
 */
record LanguageRule(String language, LanguageTest test, String atLeast) implements Rule {

    private record Finding(Answer answer, Statement reason, List<Missing> missing) {

        Finding(Answer answer, Statement reason) {
            this(answer, reason, List.of());
        }
    }

    @Override
    public Requirement requirement(LocalDate deadline) {
        LanguageCode named = new LanguageCode(language);
        return new Requirement(
                test == LanguageTest.CEFR
                        ? new Statement("rule.language.level", Map.of("language", named, "level", atLeast))
                        : new Statement(
                                "rule.language.test",
                                Map.of("language", named, "test", test.toString(), "result", atLeast)));
    }

    @Override
    public RuleAnswer answer(Applicant applicant, LocalDate deadline) {
        if (applicant.certificates() == null) {
            return RuleAnswer.unknown(this, deadline, Missing.CERTIFICATES);
        }
        List<Finding> findings = applicant.certificates().stream()
                .filter(certificate -> certificate.language().equals(language))
                .map(this::finding)
                .toList();
        if (findings.isEmpty()) {
            return RuleAnswer.of(
                    this,
                    deadline,
                    Answer.NOT_MET,
                    Statement.of("reason.language.none", "language", new LanguageCode(language)));
        }
        Answer best = best(findings.stream().map(Finding::answer).toList());
        List<Finding> decisive =
                findings.stream().filter(finding -> finding.answer() == best).toList();
        return RuleAnswer.of(
                this,
                deadline,
                best,
                decisive.stream().map(Finding::reason).toList(),
                decisive.stream()
                        .flatMap(finding -> finding.missing().stream())
                        .distinct()
                        .toList());
    }

    /** One certificate that is good enough is enough. */
    private static Answer best(List<Answer> answers) {
        if (answers.contains(Answer.MET)) {
            return Answer.MET;
        }
        return answers.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : Answer.NOT_MET;
    }

    private Finding finding(Certificate certificate) {
        String result = certificate.result();
        Map<String, Object> named = Map.of("test", certificate.test().toString(), "result", String.valueOf(result));
        if (!certificate.test().hasResult(result)) {
            return new Finding(
                    Answer.UNKNOWN, new Statement("reason.language.unread", named), List.of(Missing.CERTIFICATES));
        }
        if (certificate.test() == test) {
            Answer compared = test.isAtLeast(result, atLeast);
            return compared == Answer.UNKNOWN
                    ? new Finding(
                            compared, new Statement("reason.language.scale", named), List.of(Missing.CERTIFICATES))
                    : new Finding(compared, new Statement("reason.language.certificate", named));
        }
        return test == LanguageTest.CEFR
                ? inTheFramework(certificate, named)
                : new Finding(Answer.NOT_MET, new Statement("reason.language.certificate", named));
    }

    private Finding inTheFramework(Certificate certificate, Map<String, Object> named) {
        CefrRange range = certificate.test().range(certificate.result(), certificate.total());
        Answer answer = range.isAtLeast(CefrLevel.valueOf(atLeast));
        if (range.isOneLevel()) {
            return new Finding(answer, with(named, "reason.language.level", "level", range.lowest()));
        }
        if (range.lowest() == null) {
            return new Finding(answer, with(named, "reason.language.below", "highest", range.highest()));
        }
        Statement between = new Statement(
                "reason.language.between",
                Map.of(
                        "test",
                        named.get("test"),
                        "result",
                        named.get("result"),
                        "lowest",
                        range.lowest().name(),
                        "highest",
                        range.highest().name()));
        return new Finding(answer, between, answer == Answer.UNKNOWN ? List.of(Missing.TOTAL_SCORE) : List.of());
    }

    private static Statement with(Map<String, Object> named, String key, String name, CefrLevel level) {
        return new Statement(key, Map.of("test", named.get("test"), "result", named.get("result"), name, level.name()));
    }
}
