/** The intakes of programmes, each with times, places and rules of its own: written as drafts, then published. */
package org.yol.programs.call;
