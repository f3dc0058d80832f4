/** How much and how often: limits of request bodies and request rates. */
package org.yol.gateway.limits;
