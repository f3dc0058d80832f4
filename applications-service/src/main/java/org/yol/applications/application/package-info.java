/** The application: one document, one state machine, and what each reader may see of it. */
package org.yol.applications.application;
