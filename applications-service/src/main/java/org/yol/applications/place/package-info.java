/** The seats of a place: the last one is given once. */
package org.yol.applications.place;
