/**
 * The table in which coordinators look at the applications of a call: one document for each, put together from what it
 * is, what reviewers and what coordinators said of it, so that every order and filter of the table has an index.
 */
package org.yol.applications.roster;
