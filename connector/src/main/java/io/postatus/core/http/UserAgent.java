/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

/**
 * Who we are. Amazon alone wants a certain form; the other services take any.
 *
 * @see <a href="https://developer-docs.amazon.com/sp-api/docs/include-a-user-agent-header-in-all-requests">User-Agent</a>
 */
final class UserAgent {

    private static final String NAME = "purchase-orders-for-camel";
    /** Amazon rejects more than 500 characters. */
    private static final int LONGEST_PART = 60;

    private UserAgent() {}

    static String text() {
        String version = UserAgent.class.getPackage().getImplementationVersion();
        return text(version, System.getProperty("java.specification.version"), System.getProperty("os.name"));
    }

    static String text(String version, String java, String platform) {
        return NAME + "/" + quoted(version == null ? "dev" : version) + " (Language=Java/" + quoted(java)
                + "; Platform=" + quoted(platform) + ")";
    }

    /** Amazon's rule: a backslash before what would end the part. */
    private static String quoted(String part) {
        String printable = part.replaceAll("[^ -~]", "");
        String bounded = printable.substring(0, Math.min(printable.length(), LONGEST_PART));
        return bounded.replaceAll("([\\\\();=])", "\\\\$1");
    }
}
