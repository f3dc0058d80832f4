/** Messages to people: which event makes which, what they say in each language, and the inbox they lie in. */
package org.yol.notifications.message;
