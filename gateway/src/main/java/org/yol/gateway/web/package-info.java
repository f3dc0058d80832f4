/** The static web front end and what browsers are told about it. */
package org.yol.gateway.web;
