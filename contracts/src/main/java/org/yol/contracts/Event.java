package org.yol.contracts;

/**
 * Something that happened, as it is told to other services. Its CloudEvents type and topic stand in {@link EventType}.
 */
public sealed interface Event
        permits CallPublished,
                ApplicationEvent,
                CallChanged,
                DeadlineNear,
                ReferenceEvent,
                PersonErased,
                MessageCreated,
                CertificateEvent,
                CheckpointSigned,
                NominationsWanted,
                SelectionEvent,
                LotteryEvent,
                ReviewsWanted,
                UnknownEvent {}
