/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * The options of services that want access tokens by OAuth 2.0. A vendor's configuration extends it and says in its own
 * Javadoc where the four come from; it does not declare them again, or Camel's catalog would list them twice.
 */
@UriParams
public abstract class OAuthConfiguration extends StatusConfiguration {

    @UriParam(
            displayName = "Token URL",
            label = "advanced",
            description = "Another address for access tokens than the service's own, path included: a proxy or a"
                    + " simulator.")
    private String tokenUrl;

    @UriParam(
            label = "security",
            secret = true,
            description = "Client id of the application, as the service gave it when the application was registered.")
    private String clientId;

    @UriParam(
            label = "security",
            secret = true,
            description =
                    "Client secret of the application. Services let secrets expire: set the next one before that.")
    private String clientSecret;

    @UriParam(
            label = "security",
            secret = true,
            description =
                    "Refresh token: what the service gave when somebody consented that the application may act for"
                            + " the account. Not needed where the service lets an application speak for itself.")
    private String refreshToken;

    public String getTokenUrl() {
        return tokenUrl;
    }

    public void setTokenUrl(String tokenUrl) {
        this.tokenUrl = tokenUrl;
    }

    public String getClientId() {
        return clientId;
    }

    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public String getClientSecret() {
        return clientSecret;
    }

    public void setClientSecret(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public String getRefreshToken() {
        return refreshToken;
    }

    public void setRefreshToken(String refreshToken) {
        this.refreshToken = refreshToken;
    }
}
