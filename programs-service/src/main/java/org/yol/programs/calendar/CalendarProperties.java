package org.yol.programs.calendar;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param publicUri where people open the platform: calendars link to it */
@ConfigurationProperties("yol.programs")
record CalendarProperties(URI publicUri) {}
