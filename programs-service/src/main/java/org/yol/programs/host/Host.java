package org.yol.programs.host;

import java.util.Locale;
import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.platform.document.Silent;

/**
 * A university or centre that receives students.
 *
 * @param id its country and the slug of its name: the same name in the same country is the same host, and reviewers of
 *     a university of that name elsewhere are not its reviewers
 * @param name in Latin letters, as it stands on its own pages
 * @param country ISO 3166-1 alpha-2
 */
public record Host(@BsonId String id, long version, String name, String country) implements Silent {

    static Host of(Slug slug, String name, String country) {
        return new Host(country.toLowerCase(Locale.ROOT) + "-" + slug.value(), 0, name, country);
    }
}
