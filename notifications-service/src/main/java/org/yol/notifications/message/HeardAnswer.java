package org.yol.notifications.message;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * That an offer of a call was answered: there is one for each event that says so, however often and late it comes
 * again. Public because the record codec can read no other.
 *
 * @param id computed from the event, see {@link MessageId}
 */
public record HeardAnswer(@BsonId String id, String callId, OfferAnswers.Kind answer) {}
