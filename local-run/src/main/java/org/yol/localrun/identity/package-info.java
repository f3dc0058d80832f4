/**
 * A small OpenID Connect provider for one machine: demo accounts with published passwords, students who register
 * themselves, and tokens for scripts. A deployment uses a real provider instead, named by {@code OIDC_ISSUER_URI}.
 */
package org.yol.localrun.identity;
