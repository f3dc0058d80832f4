/** Which service answers what, and what happens when it does not. */
package org.yol.gateway.routes;
