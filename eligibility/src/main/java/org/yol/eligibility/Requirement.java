package org.yol.eligibility;

/** What a rule asks, for {@link EligibilityWords} to say. */
public final class Requirement {

    private final Statement statement;

    Requirement(Statement statement) {
        this.statement = statement;
    }

    Statement statement() {
        return statement;
    }
}
