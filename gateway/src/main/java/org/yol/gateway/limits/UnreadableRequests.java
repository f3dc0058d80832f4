package org.yol.gateway.limits;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.yol.gateway.problems.Problem;
import org.yol.gateway.problems.ProblemDocument;

/**
 * Says what was wrong with a request whose first line or headers the HTTP server does not read, and answers by itself,
 * with a status and nothing else. In English: the language asked for was not read either.
 */
class UnreadableRequests extends ChannelOutboundHandlerAdapter {

    private final ProblemDocument problems;

    UnreadableRequests(ProblemDocument problems) {
        this.problems = problems;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        context.write(
                message instanceof FullHttpResponse answer && isBare(answer) ? withProblem(answer) : message, promise);
    }

    /** All that comes from further inside has a content type, or no content by nature. */
    private static boolean isBare(FullHttpResponse answer) {
        return answer.status().code() >= 400
                && !answer.content().isReadable()
                && !answer.headers().contains(HttpHeaderNames.CONTENT_TYPE)
                && answer.headers().containsValue(HttpHeaderNames.CONNECTION, "close", true);
    }

    private FullHttpResponse withProblem(FullHttpResponse answer) {
        var body = problems.bytes(problem(answer.status().code()), Locale.ENGLISH);
        var described = answer.replace(Unpooled.wrappedBuffer(body));
        described
                .headers()
                .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        answer.release();
        return described;
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 408 -> Problem.REQUEST_TIMEOUT;
            case 414 -> Problem.ADDRESS_TOO_LONG;
            case 431 -> Problem.HEADERS_TOO_LARGE;
            default -> Problem.INVALID_REQUEST;
        };
    }
}
