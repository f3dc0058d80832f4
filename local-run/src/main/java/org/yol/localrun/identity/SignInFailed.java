package org.yol.localrun.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the sign-in page, with the name that was typed. A name can be tried so often, then it has to wait. */
final class SignInFailed implements AuthenticationFailureHandler {

    /** The attribute of the session with the name that was typed last. */
    static final String NAME = "typed-name";

    private static final int LONGEST = 200;

    private final Attempts attempts;

    SignInFailed(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String name = request.getParameter("username");
        if (name != null && name.length() <= LONGEST) {
            request.getSession().setAttribute(NAME, name);
            if (failure instanceof BadCredentialsException) {
                attempts.take(name);
            }
        }
        response.sendRedirect(failure instanceof LockedException ? "/login?wait" : "/login?error");
    }
}
