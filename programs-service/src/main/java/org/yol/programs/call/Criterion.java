package org.yol.programs.call;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One line of a rubric.
 *
 * @param weight in percent; may be missing in a draft
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Criterion(String criterion, Integer weight) {}
