/**
 * What is in the store before anything is measured: thousands of applications, copied from one that was really made.
 */
package org.yol.bench.stored;
