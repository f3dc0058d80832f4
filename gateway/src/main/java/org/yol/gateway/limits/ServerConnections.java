package org.yol.gateway.limits;

import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yol.gateway.GatewayProperties;
import org.yol.gateway.problems.ProblemDocument;
import reactor.netty.NettyPipeline;

/** What connections may do that no filter of a request sees. */
@Configuration(proxyBeanMethods = false)
class ServerConnections {

    /** Over the limits that say why. */
    private static final Duration LONGER = Duration.ofSeconds(10);

    @Bean
    NettyServerCustomizer limitsOfConnections(GatewayProperties properties, ProblemDocument problems) {
        var bodies = properties.bodies();
        return server -> server.doOnChannelInit((observer, channel, address) -> channel.pipeline()
                .addFirst("yol.untaken-answers", new UntakenAnswers(bodies.untaken()))
                .addBefore(
                        NettyPipeline.HttpTrafficHandler,
                        "yol.unsent-bodies",
                        new UnsentBodies(bodies.upload().timeout().plus(LONGER)))
                .addBefore(NettyPipeline.HttpTrafficHandler, "yol.unreadable", new UnreadableRequests(problems)));
    }
}
