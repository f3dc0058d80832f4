/**
 * The whole platform on one machine. {@link org.yol.localrun.Platform} is its picture: each resource, what it needs and
 * how it is started. {@link org.yol.localrun.RunningPlatform} is what a test or the command line holds afterwards.
 */
package org.yol.localrun;
