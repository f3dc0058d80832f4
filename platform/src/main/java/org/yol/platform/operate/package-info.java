/**
 * What operators do to a service that runs: the same jar, started with words instead of none, does one thing and ends.
 */
package org.yol.platform.operate;
