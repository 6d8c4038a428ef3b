/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A transport that plays a script, one line a request, and 200 after its end. */
final class FakeService implements Transport {

    private final Deque<Transport> script = new ArrayDeque<>();
    private final List<WireRequest> requests = new ArrayList<>();

    FakeService answers(int status, String... header) {
        return answers(status, "", header);
    }

    FakeService answers(int status, String body, String[] header) {
        Map<String, String> headers = header.length == 0 ? Map.of() : Map.of(header[0], header[1]);
        return plays(request -> ApiResponse.of(status, headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    FakeService says(int status, String body) {
        return answers(status, body, new String[0]);
    }

    FakeService breaks(IOException failure) {
        return plays(request -> {
            throw failure;
        });
    }

    FakeService plays(Transport line) {
        script.add(line);
        return this;
    }

    FakeService times(int times, int status) {
        for (int i = 0; i < times; i++) {
            answers(status);
        }
        return this;
    }

    List<WireRequest> requests() {
        return requests;
    }

    @Override
    public ApiResponse exchange(WireRequest request) throws IOException {
        requests.add(request);
        return script.isEmpty()
                ? ApiResponse.of(200, Map.of(), new byte[0])
                : script.remove().exchange(request);
    }
}
