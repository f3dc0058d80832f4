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
import tools.jackson.databind.node.ObjectNode;

/** The sample data as it is written down. */
final class SampleFile {

    private SampleFile() {}

    /**
     * @param providers by the organization of their coordinators; what each says of itself, as the API takes it
     * @param hosts by the id that the documents name; what is said of each, as the API takes it
     * @param programmes in the order in which they are made
     */
    record Programmes(
            Map<String, Map<String, Object>> providers,
            Map<String, Map<String, Object>> hosts,
            List<Programme> programmes) {}

    /**
     * @param document name of the file that the platform's import takes, without its ending
     * @param demo the state its call is in after a fresh start
     * @param opensInDays of an upcoming call
     * @param closesInDays of an open call
     */
    record Programme(
            String document,
            CallState demo,
            @Nullable Integer opensInDays,
            @Nullable Integer closesInDays) {}

    /** @param students the dossier of each, as the API takes it, by the account */
    record Applications(Map<String, Map<String, Object>> students, List<SampleFile.Application> applications) {}

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
    record Review(
            List<Integer> scores, String comment, @Nullable String forStudent) {}

    static Programmes programmes() {
        return read("programmes.yaml", Programmes.class);
    }

    static Applications applications() {
        return read("applications.yaml", Applications.class);
    }

    /** A programme with its call, as the platform's import takes it. */
    static ObjectNode document(String name) {
        return read("documents/" + name + ".yaml", ObjectNode.class);
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
