/**
 * Applications from the first draft to the answer to an offer. The application and everything that happens to it is one
 * document ({@code application}); the other packages are the doors to it: {@code document}, {@code review},
 * {@code decision}. What is known of the calls comes from programs-service by events ({@code call}).
 */
package org.yol.applications;
