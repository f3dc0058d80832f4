/**
 * What the services' integration tests share: a real broker, the store over its wire protocol, and an issuer of tokens.
 */
package org.yol.platform.test;
