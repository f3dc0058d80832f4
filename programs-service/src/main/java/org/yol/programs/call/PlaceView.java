package org.yol.programs.call;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yol.contracts.StudyLevel;
import org.yol.programs.host.Host;

/**
 * A place as its readers see it, at a host under the names that it has now.
 *
 * @param seats 1 or more; may be missing in a draft
 * @param group of places that share a cap; null without
 * @param reserves seats kept for members of categories, by their keyword
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PlaceView(
        String id, HostName host, StudyLevel level, Integer seats, String group, Map<String, Integer> reserves) {

    /**
     * A host as its places name it.
     *
     * @param name in Latin letters
     * @param names by language tag; {@code en} is always there
     * @param edits how often it has been written since it was added
     */
    public record HostName(
            String id,
            String name,
            Map<String, String> names,
            @JsonIgnore long edits) {}

    static List<PlaceView> of(List<Place> places, Map<String, Host> hosts) {
        return places.stream()
                .map(place -> new PlaceView(
                        place.id(),
                        name(place.host(), hosts.get(place.host().id())),
                        place.level(),
                        place.seats(),
                        place.group(),
                        place.reserves()))
                .toList();
    }

    /** What the hosts of places are called, by their ids. */
    static Map<String, HostName> hostNames(List<Place> places, Map<String, Host> hosts) {
        return places.stream()
                .map(place -> name(place.host(), hosts.get(place.host().id())))
                .collect(Collectors.toMap(HostName::id, Function.identity(), (first, _) -> first));
    }

    private static HostName name(Place.PlaceHost written, Host host) {
        return host == null
                ? new HostName(written.id(), written.name(), written.names(), 0)
                : new HostName(host.id(), host.name(), host.names(), host.version() - 1);
    }
}
