package org.yol.localrun.sample;

import java.time.Clock;
import org.yol.localrun.Console;
import org.yol.localrun.RunningPlatform;

/** Programmes, calls and applications to look at, on a platform that has none yet. */
public final class SampleData {

    private SampleData() {}

    /** Creates what is missing while people already use the platform. Says what it does and whether it worked. */
    public static void createInBackground(RunningPlatform platform, Console console) {
        if (platform.settings().sampleData()) {
            Thread.ofVirtual().name("sample-data").start(() -> {
                try {
                    create(platform, console);
                } catch (RuntimeException e) {
                    console.problem("The sample data is not complete: " + e.getMessage()
                            + ". The next start goes on with it; ./run --fresh starts anew.");
                }
            });
        }
    }

    /**
     * Creates what is missing and returns when it is there. Does nothing when an earlier run has completed it.
     *
     * @throws RuntimeException when a service refuses something or stays away for long
     */
    public static void create(RunningPlatform platform, Console console) {
        SampleProgress progress =
                new SampleProgress(platform.settings().home().resolve("sample.json"), Clock.systemUTC());
        if (progress.isComplete()) {
            return;
        }
        SamplePeople people = new SamplePeople(platform);
        SampleProgrammes programmes = new SampleProgrammes(people, progress);
        console.progress("sample data", "creating " + programmes.count() + " programmes and some applications ...");
        programmes.describeProviders();
        programmes.createHosts();
        int applications = new SampleApplications(people, programmes.create(), console).create();
        progress.complete();
        console.progress(
                "sample data", "complete: " + programmes.count() + " programmes, " + applications + " applications");
    }
}
