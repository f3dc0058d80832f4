/**
 * How the places of a call are given out: a run works out who gets which place by the published algorithm, another part
 * that shares no code with it checks the outcome, and what is published can be checked by everybody.
 */
package org.yol.applications.selection;
