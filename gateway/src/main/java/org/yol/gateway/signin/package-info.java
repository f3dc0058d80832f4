/** Who is calling: sign-in as the browser's backend, sign-out, sessions, and bearer tokens of API clients. */
package org.yol.gateway.signin;
