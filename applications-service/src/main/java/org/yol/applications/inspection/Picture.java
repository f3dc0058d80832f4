package org.yol.applications.inspection;

/**
 * What a picture is made of.
 *
 * @param progressive whether its reader has to keep all of it to show any
 * @param tellsPlace whether it says where it was made, or something that may
 * @param held how it has to be turned to be seen upright, 1 to 8 as Exif has it
 * @param bare the same picture with nothing but what is needed to show it, its orientation included
 */
record Picture(boolean progressive, boolean tellsPlace, int held, byte[] bare) {}
