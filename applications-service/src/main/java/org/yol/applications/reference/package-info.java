/** References: whom a student asks, by which link they answer, and what they write, which the student never sees. */
package org.yol.applications.reference;
