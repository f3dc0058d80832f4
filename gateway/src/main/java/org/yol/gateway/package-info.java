/** The gateway: the only part of the platform that browsers and API clients talk to. */
package org.yol.gateway;
