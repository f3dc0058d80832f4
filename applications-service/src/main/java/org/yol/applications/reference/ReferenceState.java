package org.yol.applications.reference;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a reference stands: all of it that its student may know. */
public enum ReferenceState {
    /** The student has named the referee, and not asked yet. */
    NAMED,
    ASKED,
    /** The link was followed. */
    OPENED,
    RECEIVED,
    DECLINED,
    /** References have closed without it. */
    LATE,
    /** The student does not ask for it any more. */
    WITHDRAWN;

    /** The word used in JSON: lower case. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
