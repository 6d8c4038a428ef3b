/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

/**
 * Whom an access token speaks for.
 *
 * @param user whether it speaks for app and user, not for the app alone
 */
record Grant(PartnerTenant tenant, boolean user) {}
