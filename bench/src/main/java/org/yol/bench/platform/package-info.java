/** The platform that is measured: starting it, its processes, and the people who use its API. */
package org.yol.bench.platform;
