package org.yol.programs.call;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The ETag of a public page: the version, which is all that If-Match looks at, and what changes without a new version.
 * Without the latter a browser would go on showing a call as open that has closed.
 */
public final class VariantTag {

    private VariantTag() {}

    /**
     * The ETag of something with that version.
     *
     * @param calls that are shown with it
     */
    public static String of(long version, List<CallView> calls) {
        return calls.stream().map(call -> "-" + call.variant()).collect(Collectors.joining("", "\"" + version, "\""));
    }
}
