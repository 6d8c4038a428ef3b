/* SPDX-License-Identifier: Apache-2.0 */
/** The few beans that the Kamelets under {@code kamelets/} use. */
package io.postatus.routes;
