package org.yol.applications.inspection;

/** Looks at one file, as a whole and in this process. */
final class Inspection {

    private Inspection() {}

    /** @param type one of those that are taken, as its first bytes say */
    static Finding of(String type, byte[] file) {
        try {
            return switch (type) {
                case "application/pdf" -> {
                    PdfInspection.of(file);
                    yield Finding.taken(null);
                }
                case "image/jpeg" -> picture(type, file, Jpeg.read(file));
                case "image/png" -> picture(type, file, Png.read(file));
                default -> throw new IllegalArgumentException(type);
            };
        } catch (Unfit unfit) {
            return unfit.finding();
        } catch (StackOverflowError nested) {
            return new Unfit("file.too-complex").finding();
        }
    }

    private static Finding picture(String type, byte[] file, Picture picture) throws Unfit {
        byte[] taken = picture.tellsPlace() ? picture.bare() : file;
        PictureInspection.of(type, taken, picture.progressive());
        return Finding.taken(picture.tellsPlace() ? taken : null);
    }
}
