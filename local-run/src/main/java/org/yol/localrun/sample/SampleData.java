package org.yol.localrun.sample;

import org.yol.localrun.Console;
import org.yol.localrun.RunningPlatform;

/** Creates the sample data. */
public final class SampleData {
    private SampleData() {}

    /** In the background. */
    public static void createInBackground(RunningPlatform platform, Console console) {}
}
