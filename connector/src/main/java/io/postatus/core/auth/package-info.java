/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Who we are to a service: an {@link io.postatus.core.auth.Authenticator} makes the headers of each request, from a key or
 * from a token that a {@link io.postatus.core.auth.CachingTokenClient} keeps. Knows nothing of HTTP exchanges; the vendors
 * fetch their tokens by one.
 */
package io.postatus.core.auth;
