package org.yol.platform.trail;

import java.util.List;

/** Keeps acts for good. A bean of each service whose changes are acts. */
@FunctionalInterface
public interface ActRecorder {

    /**
     * Keeps acts in this order and returns when they are kept. One that is kept already, which its id tells, is left
     * alone.
     */
    void record(List<RecordedAct> acts);
}
