/** The same messages by e-mail: once each, however many replicas run and however long the mail server is away. */
package org.yol.notifications.mail;
