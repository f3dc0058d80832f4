/**
 * Applications from the first draft to the certificate of what came of them. Read from the top: {@code reading} shows
 * each reader what they may see; {@code selection} works out who gets which place, by a {@code lottery} where two are
 * equal; {@code panel} asks reviewers; {@code award}, {@code decision}, {@code review} and {@code file} each have
 * documents of their own beside the {@code application}; {@code place} has the seats, {@code submission} what was
 * handed in, {@code call} the copy of the calls, and {@code person} knows where a person's data lives. A package knows
 * those after it, none before.
 */
package org.yol.applications;
