/**
 * Tells people what happened, in their own language: in an inbox, live in the browser, and by e-mail. Listens to the
 * events of other services; nobody has to ask it to send anything.
 */
package org.yol.notifications;
