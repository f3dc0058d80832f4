/** Where a person's data lives: known from every id about them, before anything is read. */
package org.yol.applications.person;
