package org.yol.programs.host;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.yol.programs.names.Folded;

/** In what a host is so like what somebody states that it may be the same; the likest first. */
enum Likeness {
    @JsonProperty("same-domain")
    SAME_DOMAIN,
    @JsonProperty("same-name")
    SAME_NAME,
    @JsonProperty("similar-name")
    SIMILAR_NAME;

    /** Words that say nothing about which one it is. */
    private static final Set<String> GENERAL = Set.of(
            "university",
            "universiteti",
            "universitet",
            "uniwersiteti",
            "uniwersitet",
            "universite",
            "universitesi",
            "daigaku",
            "университет",
            "университети",
            "университеті",
            "of",
            "the",
            "and",
            "for",
            "at",
            "in");

    private static final Pattern DIGIT = Pattern.compile("\\d");

    /**
     * The likeness of a host to what is stated; empty when nobody would take one for the other. The country does not
     * matter: it is what may be stated wrongly.
     *
     * @param names that are stated
     * @param domains that are stated, in ASCII
     */
    static Optional<Likeness> of(Host host, Set<String> names, Set<String> domains) {
        if (host.domainNames().stream().anyMatch(domains::contains)) {
            return Optional.of(SAME_DOMAIN);
        }
        Set<String> own = host.wording().allNames().stream().map(Folded::of).collect(Collectors.toSet());
        List<String> stated = names.stream().map(Folded::of).toList();
        if (stated.stream().anyMatch(own::contains)) {
            return Optional.of(SAME_NAME);
        }
        return stated.stream().anyMatch(name -> own.stream().anyMatch(other -> areSimilar(name, other)))
                ? Optional.of(SIMILAR_NAME)
                : Optional.empty();
    }

    /**
     * The order of words and those that every university has do not count, nor a slip of the pen, nor one word more in
     * one of the two.
     */
    private static boolean areSimilar(String one, String other) {
        Set<String> some = telling(one);
        Set<String> others = telling(other);
        Set<String> fewer = some.size() <= others.size() ? some : others;
        Set<String> more = fewer == some ? others : some;
        if (fewer.isEmpty() || more.size() - fewer.size() > 1) {
            return false;
        }
        Set<String> left = new HashSet<>(more);
        return fewer.stream().allMatch(word -> take(left, word));
    }

    private static Set<String> telling(String folded) {
        return Arrays.stream(folded.split(" "))
                .filter(word -> !word.isEmpty() && !GENERAL.contains(word))
                .collect(Collectors.toSet());
    }

    private static boolean take(Set<String> left, String word) {
        Optional<String> meant = Stream.concat(Stream.of(word).filter(left::contains), left.stream())
                .filter(other -> isSlipOf(other, word))
                .findFirst();
        meant.ifPresent(left::remove);
        return meant.isPresent();
    }

    private static boolean isSlipOf(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int slips = slipsIn(Math.min(one.length(), other.length()));
        return slips > 0 && !DIGIT.matcher(one + other).find() && new LevenshteinDistance(slips).apply(one, other) >= 0;
    }

    private static int slipsIn(int letters) {
        return letters < 5 ? 0 : letters < 9 ? 1 : 2;
    }
}
