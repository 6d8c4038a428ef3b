/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import io.postatus.simulator.Call;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Faults;
import io.postatus.simulator.Occasion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;

/** Who asks: token and signature (apis/ticketutils-pos.md 2 and 8). */
final class Gatekeeper {
    private final Faults faults;
    private final SignedPath signedPath;

    Gatekeeper(Faults faults, SignedPath signedPath) {
        this.faults = faults;
        this.signedPath = signedPath;
    }

    /** The subscriber whom token and signature prove. */
    PosSubscriber admit(Call call, Collection<PosSubscriber> subscribers) {
        PosSubscriber subscriber = subscribers.stream()
                .filter(each -> each.token().equals(call.header("x-token")))
                .filter(each -> !each.credentials().revoked())
                .findFirst()
                .orElseThrow(Refusal::unauthorized);
        String signature = Signature.of(signedPath.of(call.target()), subscriber.secret());
        if (!same(signature, call.headers().getOrDefault("x-signature", ""))) {
            throw Refusal.unauthorized();
        }
        return subscriber;
    }

    /** Refusals that only a fault brings about. */
    void refuse(Occasion occasion) {
        if (faults.strikes(Fault.REVOKED_TOKEN, occasion)) {
            throw Refusal.unauthorized();
        }
        if (faults.strikes(Fault.ACCESS_DENIED, occasion)) {
            throw new Refusal(403, "Access to the resource is forbidden.");
        }
    }

    private static boolean same(String right, String sent) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
