package org.yol.applications.inspection;

/**
 * What a picture is made of.
 *
 * @param progressive whether its reader has to keep all of it to show any
 * @param tellsPlace whether it says where it was made, or something that may
 * @param bare the same picture with nothing but what is needed to show it, its orientation included
 */
record Picture(boolean progressive, boolean tellsPlace, byte[] bare) {}
