package org.yol.localrun.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** The sample data as it is written down. */
final class SampleFile {

    private SampleFile() {}

    /**
     * @param providers by the organization of their coordinators; what each says of itself, as the API takes it
     * @param hosts by their name in Latin letters; what is said of each beside it, as the API takes it
     */
    record Programmes(
            Map<String, Map<String, Object>> providers,
            Map<String, Map<String, Object>> hosts,
            List<Programme> programmes) {}

    /** Lists, maps and texts are those of the API. */
    record Programme(
            String id,
            String provider,
            String kind,
            Map<String, String> title,
            Map<String, String> description,
            String destination,
            List<String> origins,
            List<String> levels,
            List<String> fields,
            List<String> languages,
            List<String> sectors,
            @Nullable Integer months,
            @Nullable Map<String, Object> pays,
            @Nullable Map<String, Object> certificate,
            Call call) {}

    /**
     * @param demo the state the call is in after a fresh start
     * @param opensInDays of an upcoming call
     * @param closesInDays of an open call
     * @param particulars what only some calls state, as in the API
     */
    record Call(
            CallState demo,
            @Nullable Integer opensInDays,
            @Nullable Integer closesInDays,
            String zone,
            String intake,
            List<String> documents,
            int references,
            int rankAtMost,
            @Nullable Map<String, Integer> caps,
            List<Place> places,
            @Nullable List<Map<String, Object>> eligibility,
            @Nullable Map<String, Object> particulars) {}

    record Place(
            String host, String level, int seats, @Nullable Map<String, Integer> reserves) {}

    record Applications(Map<String, Map<String, String>> students, List<SampleFile.Application> applications) {}

    /**
     * @param choices names of hosts, the most wanted first
     * @param upTo the state it is brought to; {@code decided} is under review for the student, with a decision that is
     *     not announced
     * @param reviews by the reviewer's account
     * @param outcome of the coordinator's decision, with its reason
     */
    record Application(
            String student,
            String programme,
            List<String> choices,
            String motivation,
            @Nullable String studyPlan,
            String upTo,
            @Nullable Map<String, Review> reviews,
            @Nullable String outcome,
            @Nullable String reason) {

        String name() {
            return student + "/" + programme;
        }
    }

    /** @param scores in the order of the rubric */
    record Review(List<Integer> scores, String comment) {}

    static Programmes programmes() {
        return read("programmes.yaml", Programmes.class);
    }

    static Applications applications() {
        return read("applications.yaml", Applications.class);
    }

    private static <T> T read(String name, Class<T> type) {
        try (InputStream in = SampleFile.class.getResourceAsStream("/sample/" + name)) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return JsonMapper.shared().convertValue(content, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
