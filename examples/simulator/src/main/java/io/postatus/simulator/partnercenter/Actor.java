/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

/** On whose side something happens: only the partner's doings are in the activity log. */
enum Actor {
    PARTNER,
    MICROSOFT
}
