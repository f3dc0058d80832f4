package org.yol.platform.event;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the topics of the platform are like.
 *
 * @param partitions of a topic that is not there yet, 1 or more; those that are there keep theirs
 * @param replicas of a topic that is not there yet, 1 or more; those that are there keep theirs
 * @param retention how long events are kept: the longest time a service may be away
 * @param deadLetterRetention how long there is to mend what could not be handled, longer than the other
 */
@ConfigurationProperties("yol.topics")
record TopicSettings(int partitions, short replicas, Duration retention, Duration deadLetterRetention) {}
