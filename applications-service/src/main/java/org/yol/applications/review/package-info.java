/** What reviewers say: each one's review of an application at a place is a document of its own. */
package org.yol.applications.review;
