package org.yol.gateway.limits;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes the connection of a client that does not come to the end of its request, of which nobody reads any more
 * because it is answered already. Not {@code HttpServer.requestTimeout}: that one never hears of the end of a request
 * that was answered before it, and keeps all that belongs to it until the time is over.
 */
class UnsentBodies extends ChannelInboundHandlerAdapter {

    private final Duration patience;
    private Future<?> end;

    UnsentBodies(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof LastHttpContent) {
            stop();
        } else if (message instanceof HttpRequest) {
            stop();
            end = context.executor().schedule(() -> context.close(), patience.toMillis(), TimeUnit.MILLISECONDS);
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    private void stop() {
        if (end != null) {
            end.cancel(false);
            end = null;
        }
    }
}
