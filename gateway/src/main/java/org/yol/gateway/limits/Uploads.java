package org.yol.gateway.limits;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.yol.gateway.Paths;

/** Which requests bring files: they may be larger and take longer. */
public final class Uploads {

    /** The method of an upload. */
    public static final HttpMethod METHOD = HttpMethod.PUT;
    /** The path pattern of an upload. */
    public static final String PATH = "/api/applications/{application}/documents/{kind}";

    /** The path pattern of a letter that a referee uploads. */
    private static final String LETTER = "/api/references/link/file";

    /** What has all of its parts is looked at, which takes as long as an upload's end. */
    private static final Paths PATHS = Paths.of(PATH, PATH + "/parts/{digest}", PATH + "/parts/{digest}/whole", LETTER);

    private Uploads() {}

    /** Whether the request uploads a file. */
    public static boolean isUpload(ServerHttpRequest request) {
        return request.getMethod() == METHOD && PATHS.match(request);
    }
}
