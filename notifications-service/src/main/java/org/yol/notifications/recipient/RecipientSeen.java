package org.yol.notifications.recipient;

/** Somebody is known now, or known better: mails that waited for their address may go. Told within the process only. */
public record RecipientSeen(String recipientId) {}
