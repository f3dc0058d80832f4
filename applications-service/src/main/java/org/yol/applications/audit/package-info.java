/**
 * Who did what to which application, when: added to and never rewritten, each entry with the hash of the one before.
 */
package org.yol.applications.audit;
