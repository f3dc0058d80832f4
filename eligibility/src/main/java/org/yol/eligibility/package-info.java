/**
 * Who may apply: rules as data, one evaluator that answers met, not met or unknown with the values it compared, and the
 * words for all of it. Pure Java, so that the services that ask it cannot come to different answers.
 */
package org.yol.eligibility;
