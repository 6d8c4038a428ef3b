/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.canary;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a secret looks like in the tests of every module: the one place that says so. */
public final class Canary {
    /** Stands in every secret that a test makes up, and in nothing else: no encoding of URLs or JSON changes it. */
    public static final String WORD = "c4nary";

    /** The secrets that the simulator makes up and issues look like those of the services, and bear no word of ours. */
    private static final Pattern SECRET = Pattern.compile(String.join(
            "|",
            WORD,
            // Amazon: client secret; refresh and access token.
            "amzn1\\.oa2-cs\\.v1",
            "Atz[ar](?:\\||%7C)",
            // Partner Center: client secret; refresh token; access token.
            "8Q(?:~|%7E)[\\w-]+(?:~|%7E)secret",
            "0\\.AX-\\w{4}",
            "eyJ\\.[\\w-]+\\.(?:app|user)\\.",
            // The POS: token and secret; signature.
            "(?:token|secret)-tickets",
            "(?<![\\w+/=])[A-Za-z0-9+/]{43}=(?![\\w+/=])"));

    /** How much of a text is shown beside the secret in it. */
    private static final int AROUND = 300;

    private Canary() {}

    /** A secret for a test. */
    public static String of(String name) {
        return WORD + "-" + name;
    }

    /** The first secret that the text shows, and what stands around it; empty if it shows none. */
    public static Optional<String> in(CharSequence text) {
        Matcher secret = SECRET.matcher(text);
        if (!secret.find()) {
            return Optional.empty();
        }
        int from = Math.max(0, secret.start() - AROUND);
        int to = Math.min(text.length(), secret.end() + AROUND);
        return Optional.of("'" + secret.group() + "' in: " + text.subSequence(from, to));
    }
}
