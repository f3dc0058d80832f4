/** What a reviewer of a university does. */
package org.yol.applications.review;
