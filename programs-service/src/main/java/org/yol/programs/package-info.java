/**
 * Programmes, their calls and the hosts that receive students. Records that are stored are public, because the driver's
 * codec reaches only what is public; everything else is as hidden as its package allows.
 */
package org.yol.programs;
