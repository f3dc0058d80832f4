package org.yol.platform.test;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * The module a class belongs to, as its package says.
 *
 * @param name such as {@code contracts}; empty for a class that is not Yol's
 */
record Module(String name) {

    private static final String ROOT = "org.yol.";

    static Module of(JavaClass type) {
        String name = type.getPackageName();
        return new Module(name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.")[0] : "");
    }

    /** Whether its classes may know those of the other one. */
    boolean mayDependOn(Module other) {
        return switch (other.name) {
            case "" -> true;
            case "contracts" -> true;
            case "platform" -> !name.equals("contracts") && !name.equals("eligibility");
            // Which depend on nobody, not even on the contracts.
            case "transparency", "allocation" ->
                !name.equals("contracts") && !name.equals("platform") && !name.equals("eligibility");
            case "eligibility" -> !name.equals("contracts") && !name.equals("platform");
            default -> equals(other);
        };
    }
}
