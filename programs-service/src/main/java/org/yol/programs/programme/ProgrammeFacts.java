package org.yol.programs.programme;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.ProgrammeKind;

/** What a programme is counted by: as much of it as is read of very many at once. */
public record ProgrammeFacts(@BsonId String id, Organization provider, Facts offer) {

    /** Who offers it, by id and as people know them. */
    public record Organization(String id, String name) {}

    /** Some of its {@link Offer}, by the same names. */
    public record Facts(ProgrammeKind kind, String destination, List<String> origins, List<String> sectors) {}
}
