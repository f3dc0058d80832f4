package org.yol.programs.counts;

import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.contracts.ApplicationState;
import org.yol.platform.document.Copy;

/** What counting needs to know of an application. Public because the record codec can read no other. */
public record CountedApplication(@BsonId String id, long seq, String callId, ApplicationState state) implements Copy {}
