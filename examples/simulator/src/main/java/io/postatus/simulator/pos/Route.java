/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import io.postatus.simulator.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which operation a request calls. As in ASP.NET the case of a path does not matter for the route; it does for the
 * signature.
 *
 * @param arguments what the path names, from left to right
 */
record Route(PosOperation operation, List<String> arguments) {
    private static final String ROOT = "/" + PosOperation.ROOT.toLowerCase(Locale.ROOT);

    static boolean serves(String path) {
        return path.toLowerCase(Locale.ROOT).startsWith("/pos/");
    }

    static Route of(Call call) {
        boolean known = call.path().equalsIgnoreCase(ROOT);
        for (PosOperation operation : PosOperation.values()) {
            List<String> arguments = arguments(call.path(), operation.words());
            if (arguments != null && operation.method().equals(call.method())) {
                return new Route(operation, arguments);
            }
            known |= arguments != null;
        }
        throw known ? Refusal.wrongMethod(call.method()) : Refusal.wrongPath();
    }

    String orderId() {
        return arguments.get(0);
    }

    String paymentId() {
        return arguments.get(1);
    }

    private static List<String> arguments(String path, String[] words) {
        if (!path.toLowerCase(Locale.ROOT).startsWith(ROOT + "/")) {
            return null;
        }
        String[] sent = path.substring(ROOT.length() + 1).split("/", -1);
        if (sent.length != words.length) {
            return null;
        }
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            if (words[i].startsWith("{") && !sent[i].isEmpty() && !sent[i].equalsIgnoreCase("Search")) {
                arguments.add(sent[i]);
            } else if (!words[i].equalsIgnoreCase(sent[i])) {
                return null;
            }
        }
        return arguments;
    }
}
