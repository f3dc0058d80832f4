package org.yol.applications.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Opens a PDF as whoever reads it will, and looks for what does something of its own. */
final class PdfInspection {

    /** More than anybody asks for and anybody reads. */
    static final int MOST_PAGES = 500;

    /** Readers look for the end of a PDF in as many bytes. */
    private static final int END = 1_024;

    private static final COSName LAUNCH = COSName.getPDFName("Launch");
    private static final COSName JAVASCRIPT = COSName.getPDFName("JavaScript");
    private static final COSName EMBEDDED_FILE = COSName.getPDFName("EmbeddedFile");
    private static final COSName FILE_ATTACHMENT = COSName.getPDFName("FileAttachment");

    private PdfInspection() {}

    /** @throws Unfit with the reason */
    static void of(byte[] file) throws Unfit {
        if (!hasAnEnd(file)) {
            throw new Unfit("file.half");
        }
        try (PDDocument document = Loader.loadPDF(file)) {
            readPages(document);
            refuseWhatRuns(document);
        } catch (InvalidPasswordException locked) {
            throw new Unfit("file.password");
        } catch (IOException | RuntimeException broken) {
            throw new Unfit("file.unreadable");
        }
    }

    private static boolean hasAnEnd(byte[] file) {
        int from = Math.max(0, file.length - END);
        return new String(file, from, file.length - from, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }

    /** What the file says of their number may be anything. */
    private static void readPages(PDDocument document) throws Unfit {
        int pages = 0;
        for (PDPage page : document.getPages()) {
            pages++;
            if (pages > MOST_PAGES) {
                throw new Unfit("file.too-many-pages", MOST_PAGES);
            }
            page.getMediaBox();
            COSBase contents = page.getCOSObject().getItem(COSName.CONTENTS);
            if (contents instanceof COSObject reference && reference.getObject() == null) {
                throw new Unfit("file.half");
            }
        }
        if (pages == 0) {
            throw new Unfit("file.no-pages");
        }
    }

    /**
     * Forms of authorities reckon with JavaScript in their fields, which readers keep within the page; what starts
     * other programs, runs when the file is opened, or carries other files is not needed in anybody's papers.
     */
    private static void refuseWhatRuns(PDDocument document) throws Unfit {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
        if (isScript(catalog.getDictionaryObject(COSName.OPEN_ACTION))
                || catalog.containsKey(COSName.AA)
                || names != null && names.containsKey(JAVASCRIPT)) {
            throw new Unfit("file.active");
        }
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        open.push(document.getDocument().getTrailer());
        while (!open.isEmpty()) {
            COSBase next = open.pop();
            COSBase value = next instanceof COSObject reference ? reference.getObject() : next;
            if (value instanceof COSDictionary dictionary && seen.add(dictionary)) {
                refuseIfItRuns(dictionary);
                dictionary.getValues().forEach(open::push);
            } else if (value instanceof COSArray array && seen.add(array)) {
                array.forEach(each -> {
                    if (each != null) {
                        open.push(each);
                    }
                });
            }
        }
    }

    private static void refuseIfItRuns(COSDictionary dictionary) throws Unfit {
        if (LAUNCH.equals(dictionary.getCOSName(COSName.S))) {
            throw new Unfit("file.active");
        }
        if (dictionary.containsKey(COSName.EF)
                || EMBEDDED_FILE.equals(dictionary.getCOSName(COSName.TYPE))
                || FILE_ATTACHMENT.equals(dictionary.getCOSName(COSName.SUBTYPE))) {
            throw new Unfit("file.attachment");
        }
    }

    private static boolean isScript(COSBase action) {
        return action instanceof COSDictionary dictionary && JAVASCRIPT.equals(dictionary.getCOSName(COSName.S));
    }
}
