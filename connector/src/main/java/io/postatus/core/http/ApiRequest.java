/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import io.postatus.core.model.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A call to a service, without host and credentials: those are added by the {@link HttpExchange} that sends it. Each
 * method returns a changed copy.
 *
 * @param operation  the API's own name of the call: names the rate budget, and the call in messages
 * @param method     GET or POST
 * @param path       encoded, from the service's root, starting with a slash
 * @param query      in order
 * @param headers    what this call needs beyond what every call carries
 * @param body       empty if none
 * @param alsoRetry  statuses that are worth a retry for this call beyond the usual ones
 * @param repeatable whether sending it twice does no harm: decides about every usual retry
 * @param subject    which order or other thing is asked for, encoded, for messages; empty if none in particular
 */
public record ApiRequest(
        String operation,
        String method,
        String path,
        Query query,
        Map<String, String> headers,
        byte[] body,
        Set<Integer> alsoRetry,
        boolean repeatable,
        String subject) {

    private static final byte[] NO_BODY = {};
    private static final Pattern PATH = Pattern.compile("/(?!/)[A-Za-z0-9\\-._~%!$&'()*+,;=:@/]*");
    private static final Set<String> OURS = Set.of("host", "content-length", "transfer-encoding", "connection");
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9\\-._]+");

    public ApiRequest {
        Objects.requireNonNull(operation, "operation");
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("path of " + operation + " must start with one slash and be encoded");
        }
        if (method.equals("GET") && body.length > 0) {
            throw new IllegalArgumentException(operation + " is a GET and must have no body");
        }
        headers = caseInsensitive(headers);
        alsoRetry = Set.copyOf(alsoRetry);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            check(operation, header.getKey(), header.getValue());
        }
    }

    public static ApiRequest get(String operation, String path) {
        return new ApiRequest(operation, "GET", path, Query.NONE, Map.of(), NO_BODY, Set.of(), true, "");
    }

    /** Repeated only if {@link #asRepeatable()} or {@link #alsoRetry} says so. */
    public static ApiRequest post(String operation, String path) {
        return new ApiRequest(operation, "POST", path, Query.NONE, Map.of(), NO_BODY, Set.of(), false, "");
    }

    /** Appends one path segment of foreign data. It cannot leave its place: slashes are encoded, dots alone refused. */
    public ApiRequest segment(String segment) {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            throw new IllegalArgumentException(operation + " needs an identifier in its path, not '" + segment + "'");
        }
        String longer = (path.endsWith("/") ? path : path + "/") + PercentEncoding.encode(segment);
        return new ApiRequest(operation, method, longer, query, headers, body, alsoRetry, repeatable, subject)
                .about(segment);
    }

    /** Names the thing asked for, as {@link #segment} does by itself; null names nothing. */
    public ApiRequest about(String thing) {
        if (thing == null) {
            return this;
        }
        String named = (subject.isEmpty() ? "" : subject + "/") + PercentEncoding.encode(thing);
        return new ApiRequest(operation, method, path, query, headers, body, alsoRetry, repeatable, named);
    }

    /** Appends constant path text that follows a {@link #segment}. */
    public ApiRequest then(String rest) {
        return new ApiRequest(operation, method, path + rest, query, headers, body, alsoRetry, repeatable, subject);
    }

    /** Sets a query parameter; a null value is left out. */
    public ApiRequest query(String name, Object value) {
        return query(query.with(name, value));
    }

    /** Takes this query in place of what was set before. */
    public ApiRequest query(Query query) {
        return new ApiRequest(operation, method, path, query, headers, body, alsoRetry, repeatable, subject);
    }

    /** Sets a header; a null value is left out. */
    public ApiRequest header(String name, String value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new ApiRequest(operation, method, path, query, more, body, alsoRetry, repeatable, subject);
    }

    public ApiRequest json(byte[] json) {
        return body("application/json", json);
    }

    /** A form as OAuth token services take it; null values are left out. */
    public ApiRequest form(Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .filter(field -> field.getValue() != null)
                .map(field -> new QueryParameter(field.getKey(), field.getValue()).encoded())
                .collect(Collectors.joining("&"));
        return body("application/x-www-form-urlencoded;charset=UTF-8", form.getBytes(StandardCharsets.UTF_8));
    }

    /** A form that holds files. The boundary is made from the contents, so it is in none of them. */
    public ApiRequest multipart(List<FormPart> parts) {
        ByteArrayOutputStream contents = new ByteArrayOutputStream();
        parts.forEach(part -> contents.writeBytes(part.content()));
        String boundary = "part-" + Digest.of(contents.toByteArray());
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (FormPart part : parts) {
            form.writeBytes(("--" + boundary + "\r\n" + part.head()).getBytes(StandardCharsets.UTF_8));
            form.writeBytes(part.content());
            form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        form.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body("multipart/form-data; boundary=" + boundary, form.toByteArray());
    }

    public ApiRequest body(String contentType, byte[] content) {
        return new ApiRequest(operation, method, path, query, headers, content, alsoRetry, repeatable, subject)
                .header("Content-Type", contentType);
    }

    /** These statuses are retried too, whatever the method. */
    public ApiRequest alsoRetry(int... statuses) {
        Set<Integer> more = new TreeSet<>(alsoRetry);
        for (int status : statuses) {
            more.add(status);
        }
        return new ApiRequest(operation, method, path, query, headers, body, more, repeatable, subject);
    }

    /** Says that sending it twice does no harm, as with a search that happens to be a POST. */
    public ApiRequest asRepeatable() {
        return new ApiRequest(operation, method, path, query, headers, body, alsoRetry, true, subject);
    }

    /** As it goes over the wire, encoded once. */
    public String pathAndQuery() {
        return path + query.encoded();
    }

    /** Without query, headers and body: they may hold tokens. */
    @Override
    public String toString() {
        return operation + " " + method + " " + path;
    }

    private static void check(String operation, String name, String value) {
        if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("header " + name + " of " + operation + " is set by the transport");
        }
        if (!HEADER_NAME.matcher(name).matches() || value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 127)) {
            throw new IllegalArgumentException("header " + name + " of " + operation + " has a forbidden character");
        }
    }

    private static Map<String, String> caseInsensitive(Map<String, String> headers) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return Collections.unmodifiableMap(copy);
    }
}
