/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import java.net.URI;

/**
 * Where an account lives. One host serves all countries of a region.
 *
 * @see <a href="https://developer-docs.amazon.com/sp-api/docs/sp-api-endpoints">SP-API endpoints</a>
 */
public enum AmazonVendorRegion {
    /** North America: CA, US, MX, BR. */
    NA("sellingpartnerapi-na.amazon.com"),
    /** Europe, Middle East, Africa and India. */
    EU("sellingpartnerapi-eu.amazon.com"),
    /** Far East: SG, AU, JP. */
    FE("sellingpartnerapi-fe.amazon.com");

    /** Login with Amazon, for every region. */
    public static final URI TOKEN_URL = URI.create("https://api.amazon.com/auth/o2/token");

    private final String host;

    AmazonVendorRegion(String host) {
        this.host = host;
    }

    public URI url() {
        return URI.create("https://" + host);
    }

    /** The static sandbox: canned answers, apis/amazon-vendor-orders.md 10. */
    public URI sandboxUrl() {
        return URI.create("https://sandbox." + host);
    }
}
