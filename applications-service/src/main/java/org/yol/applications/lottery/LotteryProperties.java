package org.yol.applications.lottery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of lotteries.
 *
 * @param openWithin how long authorities have to open their parts, from the close of a call on
 */
@ConfigurationProperties("yol.applications.lottery")
record LotteryProperties(Duration openWithin) {}
