/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every vendor's component promises in a Camel application. A vendor passes it with a world of its own. */
public abstract class StatusComponentContract
        implements ChangeContract,
                OutageContract,
                DeliveryContract,
                LifecycleContract,
                ScheduleContract,
                HealthContract,
                ManagementContract,
                BodyContract,
                OptionsContract,
                OperationsContract,
                SecretsContract {

    @TempDir
    private Path folder;

    private Told told;
    private TestVendor vendor;

    /** A service with an account and no orders. */
    protected abstract TestVendor world();

    @BeforeEach
    void open() {
        told = new Told();
        vendor = world();
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @Override
    public TestVendor vendor() {
        return vendor;
    }

    @Override
    public Told told() {
        return told;
    }

    @Override
    public Path folder() {
        return folder;
    }
}
