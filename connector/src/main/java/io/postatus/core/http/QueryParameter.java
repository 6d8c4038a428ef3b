/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.util.Objects;

/** One query parameter, not yet encoded. */
public record QueryParameter(String name, String value) {

    public QueryParameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }

    String encoded() {
        return PercentEncoding.encode(name) + "=" + PercentEncoding.encode(value);
    }

    /** The name only: values may be page tokens. */
    @Override
    public String toString() {
        return name;
    }
}
