package org.yol.applications.person;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;

/**
 * One of a kind in each of the databases where people's data is kept.
 *
 * @param <T> what there is in each
 */
public final class PersonalParts<T> {

    private final Map<Residence, T> parts;

    PersonalParts(Map<Residence, T> parts) {
        this.parts = Map.copyOf(parts);
    }

    /**
     * The one where that is what an id names.
     *
     * @throws Refused not-found for what is no id about a person
     */
    public T of(String id) {
        return parts.get(Residence.ofId(id).orElseThrow(() -> new Refused(Problem.NOT_FOUND)));
    }

    /** Each once. */
    public Collection<T> all() {
        return Set.copyOf(parts.values());
    }
}
