/** This service's own copy of the calls, built from what programs-service tells. */
package org.yol.notifications.call;
