package org.yol.gateway.overload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.yol.gateway.GatewayProperties;
import org.yol.gateway.Paths;
import org.yol.gateway.PublicQuestions;
import org.yol.gateway.WorkKind;
import org.yol.gateway.limits.Uploads;

/** Tells which work a request asks for, once for each request. */
@Component
public class WorkOfRequests {

    private static final String ATTRIBUTE = WorkOfRequests.class.getName();
    private static final MediaType CSV = new MediaType("text", "csv");
    private static final MediaType BUNDLES = new MediaType("application", "zip");
    private static final MediaType WORKBOOK =
            new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final Paths STREAMS = Paths.of("/api/notifications/stream");
    private static final Paths FILES = Paths.of(
            Uploads.PATH, "/api/applications/{application}/references/{reference}/file", "/api/profile/export");
    private static final Paths DECISIONS =
            Paths.of("/api/applications/{application}/decision/**", "/api/applications/{application}/reviews/**");
    private static final Paths LISTS = Paths.of("/api/applications");
    private static final Paths BUNDLE = Paths.of("/api/applications/{application}/bundle");
    private static final Paths OPEN_DATA = Paths.of("/api/open-data/{file}");
    /** Some MB each, which everybody reads on results day. */
    private static final Paths PUBLIC_FILES =
            Paths.of("/api/selections/{selection}/input", "/api/selections/{selection}/result");

    private final Map<String, Owner> owners = new HashMap<>();
    private final Map<String, Owner> services = new HashMap<>();

    WorkOfRequests(GatewayProperties properties) {
        properties.services().forEach((name, service) -> {
            var owner = new Owner(name, service.publicReads());
            services.put(name, owner);
            service.segments().forEach(segment -> owners.put(segment, owner));
            if (service.publicSegments() != null) {
                service.publicSegments().forEach(segment -> owners.put(segment, new Owner(name, true)));
            }
        });
    }

    private record Owner(String service, boolean publicReads) {}

    /** The work of a request that a service answers; of others none. */
    public Optional<Work> of(ServerWebExchange exchange) {
        Optional<Work> known = exchange.getAttribute(ATTRIBUTE);
        if (known == null) {
            known = worked(exchange.getRequest());
            exchange.getAttributes().put(ATTRIBUTE, known);
        }
        return known;
    }

    private Optional<Work> worked(ServerHttpRequest request) {
        var path = request.getPath().pathWithinApplication().elements();
        if (isSegment(path, 0, "api")) {
            return segment(path, 1)
                    .map(owners::get)
                    .map(owner -> new Work(owner.service(), kind(request, owner.publicReads())));
        }
        return isSegment(path, 0, "v3")
                        && isSegment(path, 1, "api-docs")
                        && segment(path, 3).isEmpty()
                ? segment(path, 2).map(services::get).map(owner -> new Work(owner.service(), WorkKind.DOCUMENTATION))
                : Optional.empty();
    }

    private static WorkKind kind(ServerHttpRequest request, boolean publicReads) {
        if (!isRead(request.getMethod()) && !PublicQuestions.isAsked(request)) {
            return write(request);
        }
        if (PUBLIC_FILES.match(request)) {
            return WorkKind.DOWNLOADS;
        }
        if (publicReads) {
            return OPEN_DATA.match(request) || isExport(request.getHeaders()) ? WorkKind.EXPORTS : WorkKind.PUBLIC;
        }
        if (STREAMS.match(request)) {
            return WorkKind.STREAMS;
        }
        if (FILES.match(request)) {
            return WorkKind.DOWNLOADS;
        }
        if (LISTS.match(request)) {
            return list(request);
        }
        return BUNDLE.match(request) ? WorkKind.EXPORTS : WorkKind.READS;
    }

    private static WorkKind write(ServerHttpRequest request) {
        if (Uploads.isUpload(request)) {
            return WorkKind.UPLOADS;
        }
        return DECISIONS.match(request) ? WorkKind.DECISIONS : WorkKind.WRITES;
    }

    private static WorkKind list(ServerHttpRequest request) {
        if (isExport(request.getHeaders())) {
            return WorkKind.EXPORTS;
        }
        return "true".equals(request.getQueryParams().getFirst("mine")) ? WorkKind.READS : WorkKind.LISTS;
    }

    /**
     * Whether the service might answer with a spreadsheet, wherever in the header it stands; text of any kind is CSV.
     */
    private static boolean isExport(HttpHeaders headers) {
        try {
            return headers.getAccept().stream()
                    .anyMatch(type -> !type.isWildcardType() && type.includes(CSV)
                            || type.equalsTypeAndSubtype(WORKBOOK)
                            || type.equalsTypeAndSubtype(BUNDLES));
        } catch (InvalidMediaTypeException _) {
            // The service refuses it.
            return false;
        }
    }

    private static boolean isRead(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD;
    }

    private static boolean isSegment(List<PathContainer.Element> path, int number, String text) {
        return segment(path, number).filter(text::equals).isPresent();
    }

    /** A segment of the path, decoded as routes see it; separators stand between them. */
    private static Optional<String> segment(List<PathContainer.Element> path, int number) {
        var index = 2 * number + 1;
        return index < path.size() && path.get(index) instanceof PathSegment segment
                ? Optional.of(segment.valueToMatch())
                : Optional.empty();
    }
}
