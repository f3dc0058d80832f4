package org.yol.programs.programme;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The ETag of a public page: the version, which is all that If-Match looks at, and what changes without a new version.
 * Without the latter a browser would go on showing a call as open that has closed.
 */
final class VariantTag {

    private VariantTag() {}

    static String of(Programme programme, List<CallView> calls) {
        return calls.stream()
                .map(CallView::variant)
                .collect(Collectors.joining("-", "\"" + programme.version() + "-", "\""));
    }
}
