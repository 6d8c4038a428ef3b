/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Calls to a service, and what keeps them harmless: a {@link io.postatus.core.http.HttpExchange} gives each request its
 * turn in a {@link io.postatus.core.http.RateBudget}, asks its {@link io.postatus.core.http.Permission}, adds credentials,
 * sends it through a bounded {@link io.postatus.core.http.HttpTransport}, repeats it by a
 * {@link io.postatus.core.http.RetryPolicy} and turns what is left into an {@link io.postatus.core.http.ApiException}.
 * Knows no vendor and no Camel: the HttpClient is handed in.
 */
package io.postatus.core.http;
