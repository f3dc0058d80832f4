/** The public log as anybody reads and checks it who has no account and trusts nobody. */
package org.yol.bench.log;
