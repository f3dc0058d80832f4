package org.yol.eligibility;

import java.util.List;

/** One good rule of every kind and form. */
final class EveryRule {

    static final List<String> STATED = List.of(
            "{\"citizenship\": [\"KG\", \"KZ\", \"DE\"]}",
            "{\"bornBetween\": [\"1983-04-02\", \"2002-04-01\"]}",
            "{\"bornOnOrAfter\": \"1988-04-02\"}",
            "{\"bornOnOrBefore\": \"2005-04-01\"}",
            "{\"ageAtLeast\": 21}",
            "{\"ageAtMost\": 40, \"on\": \"2027-04-01\"}",
            "{\"ageAtLeast\": 22, \"ageAtMost\": 41, \"on\": \"2027-04-01\"}",
            "{\"degreeAtLeast\": \"bachelor\"}",
            "{\"gradeAtLeast\": 3.0, \"outOf\": 4.0}",
            "{\"gradeAtLeast\": 3.0, \"outOf\": 4, \"orGrades\": [{\"grade\": 80, \"outOf\": 100}]}",
            "{\"language\": \"en\", \"atLeast\": \"B2\"}",
            "{\"language\": \"ja\", \"atLeast\": \"B1\"}",
            "{\"language\": \"ja\", \"test\": \"JLPT\", \"atLeast\": \"N3\"}",
            "{\"language\": \"en\", \"test\": \"IELTS\", \"atLeast\": \"6.0\"}",
            "{\"language\": \"en\", \"test\": \"TOEFL iBT\", \"atLeast\": \"80\"}",
            "{\"yearsOfWork\": 3}",
            "{\"worksFor\": \"any\"}",
            "{\"worksFor\": \"government\"}",
            "{\"residesIn\": \"rural\", \"years\": 2}",
            "{\"residesIn\": \"KZ\"}",
            "{\"residesIn\": \"KZ-75\", \"years\": 1}",
            "{\"notFormerHolderOf\": \"any-scholarship-abroad\"}",
            "{\"notFormerHolderOf\": \"jds-kyrgyz-republic\"}",
            "{\"choicesAtMost\": 3}");

    private EveryRule() {}

    static List<Rule> good() {
        return Rules.good(STATED.toArray(String[]::new));
    }
}
