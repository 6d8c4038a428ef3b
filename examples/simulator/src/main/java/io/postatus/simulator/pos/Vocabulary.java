/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.util.List;
import java.util.Optional;

/** The enumerations (section 7): a member's number is its place. Only the type's are documented in full. */
enum Vocabulary {
    TYPE("Any", "Standard", "Consignment"),
    STATUS("Any", "Pending", "Active", "Received", "Void"),
    PAYMENT_STATUS("Any", "Pending", "PartiallyPaid", "Paid"),
    SHIPPING_STATUS("Any", "NotShipped", "Shipped", "Received"),
    SHIPPING_TYPE("None", "Physical", "Electronic"),
    CARRIER("None", "FedEx", "UPS"),
    CONSIGN_OPERATION("Any", "Percentage", "Amount"),
    PROCESSED_AT("None", "Office", "Web"),
    SEATING("Any", "Consecutive", "OddEven"),
    STOCK("Any", "Hard", "Electronic"),
    PAYMENT_MODE("Any", "Cash", "Check", "CreditCard", "PayPal"),
    TRANSACTION_RESPONSE("None"),
    ADDRESS_SOURCE("Manual"),
    CONTACT_TYPE("Subscriber"),
    CONTACT_SUB_TYPE("Contact"),
    PHONE_TYPE("Home"),
    ADDRESS_TYPE("Billing");

    private static final int UNHEARD_OF = 99;
    private final List<String> words;

    Vocabulary(String... words) {
        this.words = List.of(words);
    }

    List<String> words() {
        return words;
    }

    /** The number that stands for a word; scenarios may use words that no list has. */
    int number(String word) {
        int place = words.indexOf(word);
        return place < 0 ? UNHEARD_OF : place;
    }

    /** The member meant by a name in any case or by a number. */
    Optional<String> member(String nameOrNumber) {
        return words.stream()
                .filter(word ->
                        word.equalsIgnoreCase(nameOrNumber) || nameOrNumber.equals(Integer.toString(number(word))))
                .findFirst();
    }
}
