package org.yol.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.yol.platform.document.StoreAway;

/**
 * Breaks off an answer that has begun to flow when the store goes away. Comes before all others, since they take a
 * broken line to the store for one to a client, and end the answer in good order.
 */
final class BreakingOff implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(BreakingOff.class);

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        if (response.isCommitted() && StoreAway.isCauseOf(failure)) {
            LOG.error("What has begun to flow breaks off", failure);
            // The server then closes the connection, so that nobody takes the beginning for the whole.
            throw new IllegalStateException("The store went away while an answer flowed");
        }
        return null;
    }
}
