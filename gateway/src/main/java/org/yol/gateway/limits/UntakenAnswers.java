package org.yol.gateway.limits;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Closes the connection of a client that takes nothing of an answer that waits for it. */
class UntakenAnswers extends IdleStateHandler {

    UntakenAnswers(Duration patience) {
        super(true, 0, patience.toMillis(), 0, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
        var waiting = context.channel().unsafe().outboundBuffer();
        // A connection on which nothing is to be written is idle, and may be: others watch over it.
        if (event.state() == IdleState.WRITER_IDLE && waiting != null && waiting.totalPendingWriteBytes() > 0) {
            context.close();
        }
    }
}
