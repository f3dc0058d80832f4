package org.yol.applications.decision;

import java.time.Instant;

/** @param answerBy until when an offer stands; null for as long as is usual */
record PublicationRequest(Instant answerBy) {}
