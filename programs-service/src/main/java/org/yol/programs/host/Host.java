package org.yol.programs.host;

import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.document.Aggregate;

/**
 * A university or centre that receives students.
 *
 * @param id the slug of its name, so that the same name is the same host
 * @param name in Latin letters, as it stands on its own pages
 * @param country ISO 3166-1 alpha-2
 */
public record Host(@BsonId String id, long version, String name, String country) implements Aggregate {

    static Host of(Slug slug, String name, String country) {
        return new Host(slug.value(), 0, name, country);
    }
}
