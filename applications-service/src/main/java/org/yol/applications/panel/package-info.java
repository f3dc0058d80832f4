/**
 * Who reviews what, and by when: the panel of a call, its assignment without conflicts of interest, and how far it is.
 */
package org.yol.applications.panel;
