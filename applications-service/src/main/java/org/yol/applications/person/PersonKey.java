package org.yol.applications.person;

import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;

/**
 * The key of one person, locked with a master key. Public because the record codec can read no other.
 *
 * @param id the person's residence and account
 * @param locked a keyset of Tink, encrypted with the id as associated data
 */
public record PersonKey(@BsonId String id, Binary locked) {}
