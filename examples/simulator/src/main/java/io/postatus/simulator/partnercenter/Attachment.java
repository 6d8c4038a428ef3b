/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

/** One uploaded file. */
record Attachment(String id, String fileName, String kind, String mediaType, byte[] content) {
    static final String PURCHASE_ORDER = "POAttachment";
    static final String TENDER = "TenderAttachment";

    int kilobytes() {
        return (content.length + 1023) / 1024;
    }
}
