/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.time.LocalDateTime;

/** What the tickets are for. The date is that of the place, in no zone. */
record Show(String event, String venue, String eventId, String venueId, LocalDateTime date) {}
