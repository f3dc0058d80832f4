/** The application: its student's life cycle, and nothing that its student may not know. */
package org.yol.applications.application;
