/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import io.postatus.core.time.Timeline;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * One bounded exchange over the client that camel-http configures, so that the user's TLS, proxy and pool settings
 * apply. The client's own conveniences are dangerous here and off, whatever it was built with: redirects (they carry
 * {@code x-amz-access-token} to other hosts), cookies, inflating without bounds. Only automatic retries cannot be
 * switched off from here; the client must be built without them.
 *
 * <p>No time-out of the client ends an answer that drips a byte at a time, so a deadline aborts the request.
 */
public final class HttpTransport implements Transport {

    private final HttpClient client;
    private final Timeline deadlines;
    private final TransportLimits limits;
    private final BoundedBody body;
    private final RequestConfig config;

    /**
     * @param client    built without automatic retries
     * @param deadlines runs alarms elsewhere than on the threads that send: were all of those stuck in slow answers, the
     *                  alarm that frees them would wait for them
     */
    public HttpTransport(HttpClient client, Timeline deadlines, TransportLimits limits) {
        this.client = Objects.requireNonNull(client, "client");
        this.deadlines = Objects.requireNonNull(deadlines, "deadlines");
        this.limits = Objects.requireNonNull(limits, "limits");
        this.body = new BoundedBody(limits);
        RequestConfig users = client instanceof Configurable configured ? configured.getConfig() : null;
        this.config = RequestConfig.copy(users == null ? RequestConfig.DEFAULT : users)
                .setRedirectsEnabled(false)
                .setContentCompressionEnabled(false)
                .build();
    }

    @Override
    public ApiResponse exchange(WireRequest request) throws IOException {
        HttpUriRequestBase wire = prepared(request);
        AtomicBoolean expired = new AtomicBoolean();
        Timeline.Alarm alarm = deadlines.after(limits.deadline(), () -> {
            expired.set(true);
            wire.abort();
        });
        try {
            return client.execute(wire, withoutMemory(), answer -> read(wire, answer));
        } catch (IOException | IllegalStateException e) {
            throw translated(request.target(), e, expired.get());
        } finally {
            alarm.cancel();
        }
    }

    private HttpUriRequestBase prepared(WireRequest request) {
        HttpUriRequestBase wire = new HttpUriRequestBase(request.method(), request.target());
        wire.setConfig(config);
        request.headers().forEach(wire::setHeader);
        wire.setHeader("Accept-Encoding", "gzip");
        if (request.body().length > 0 || !request.method().equals("GET")) {
            wire.setEntity(new ByteArrayEntity(request.body(), null));
        }
        return wire;
    }

    /** A context of its own: no cookie outlives an exchange. */
    private static HttpClientContext withoutMemory() {
        HttpClientContext context = HttpClientContext.create();
        context.setCookieStore(new BasicCookieStore());
        return context;
    }

    /** Aborts before it fails, since closing a stream otherwise reads it to its end. */
    private ApiResponse read(HttpUriRequestBase wire, ClassicHttpResponse answer) throws IOException {
        try {
            return ApiResponse.of(answer.getCode(), headers(answer), body.read(answer.getEntity()));
        } catch (IOException | RuntimeException e) {
            wire.abort();
            throw e;
        }
    }

    private static Map<String, String> headers(ClassicHttpResponse answer) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : answer.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        return headers;
    }

    private IOException translated(URI target, Exception e, boolean expired) {
        if (expired) {
            return new DeadlineExceededException(limits.deadline(), e);
        }
        if (e instanceof UnreadableBodyException unreadable) {
            return unreadable;
        }
        return neverSent(e)
                ? new NotSentException(target.getAuthority(), e)
                : new IOException("the connection broke", e);
    }

    /** Illegal state: the client was closed. Its subclass CancellationException comes of the deadline only. */
    private static boolean neverSent(Exception e) {
        return e instanceof ConnectException
                || e instanceof ConnectTimeoutException
                || e instanceof ConnectionRequestTimeoutException
                || e instanceof NoRouteToHostException
                || e instanceof UnknownHostException
                || e instanceof SSLHandshakeException
                || e instanceof IllegalStateException;
    }
}
