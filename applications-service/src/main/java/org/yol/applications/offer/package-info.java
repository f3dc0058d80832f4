/** What students answer to offers, and what they give up for a place: of two that exclude each other one is kept. */
package org.yol.applications.offer;
