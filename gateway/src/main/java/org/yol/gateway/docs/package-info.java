/** The API documentation of all services on one page. */
package org.yol.gateway.docs;
