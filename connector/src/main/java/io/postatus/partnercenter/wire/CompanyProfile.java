/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter.wire;

import io.postatus.core.wire.WireRecord;
import java.util.Map;

/** What a customer is called. */
@WireRecord
public record CompanyProfile(
        String tenantId, String domain, String companyName, Map<String, Link> links, Attributes attributes) {}
