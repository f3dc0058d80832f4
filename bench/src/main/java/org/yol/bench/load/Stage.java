package org.yol.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yol.bench.platform.Installation;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder by which a run and its load's process know of each other: the plan goes in, the figures come out.
 *
 * @param folder for this plan alone
 */
record Stage(Path folder) {

    private static final String FOLDER = "yol.bench.stage";

    /** What stands in the folder beside the visitors, of whom there are too many for a tree of JSON. */
    private record Script(Plan plan, Installation installation) {}

    /** The one this process is to play. */
    static Stage given() {
        return new Stage(Path.of(System.getProperty(FOLDER)));
    }

    /** The option of the command line that gives it to a process. */
    String option() {
        return "-D" + FOLDER + "=" + folder;
    }

    void set(Plan plan, Installation installation) {
        try {
            Files.createDirectories(folder);
            List<Crowd> alone = new ArrayList<>();
            for (Crowd crowd : plan.crowds()) {
                Visitor.write(visitors(crowd), crowd.visitors());
                alone.add(with(crowd, List.of()));
            }
            Files.write(
                    folder.resolve("plan.json"),
                    JsonMapper.shared().writeValueAsBytes(new Script(with(plan, alone), installation)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Plan plan() {
        Plan plan = script().plan();
        return with(
                plan,
                plan.crowds().stream()
                        .map(crowd -> with(crowd, Visitor.read(visitors(crowd))))
                        .toList());
    }

    Installation installation() {
        return script().installation();
    }

    void keep(Figures figures) {
        try {
            Files.write(figuresFile(), JsonMapper.shared().writeValueAsBytes(figures));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isPlayed() {
        return Files.exists(figuresFile());
    }

    Figures figures() {
        return JsonMapper.shared().readValue(figuresFile(), Figures.class);
    }

    private Script script() {
        return JsonMapper.shared().readValue(folder.resolve("plan.json"), Script.class);
    }

    private Path figuresFile() {
        return folder.resolve("figures.json");
    }

    private Path visitors(Crowd crowd) {
        return folder.resolve(crowd.name().replaceAll("[^A-Za-z0-9]+", "-") + ".tsv");
    }

    private static Crowd with(Crowd crowd, List<Visitor> visitors) {
        return new Crowd(crowd.name(), crowd.deed(), visitors, crowd.arrival(), crowd.asks());
    }

    private static Plan with(Plan plan, List<Crowd> crowds) {
        return new Plan(plan.name(), plan.addresses(), crowds, plan.warmUpSeconds(), plan.quiet(), plan.facts());
    }
}
