package org.yol.applications.decision;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of decisions.
 *
 * @param answerOffersWithin how long an offer stands where neither the coordinator nor the call names a date
 */
@ConfigurationProperties("yol.applications")
record DecisionProperties(Duration answerOffersWithin) {}
