/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.postatus.canary.Canary;
import java.time.Clock;
import org.apache.camel.support.DefaultRegistry;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** What the option may name. */
class StateStoresTest {
    private final DefaultRegistry beans = new DefaultRegistry();

    @Test
    void aBeanThatIsNoDataSourceIsRefused() {
        beans.bind("orders", new StringBuilder());

        refused("#orders")
                .withMessageContaining("stateStore is '#orders', but that bean is a java.lang.StringBuilder")
                .withMessageContaining("allowed are memory, sqlite:PATH, the path of a file, and #NAME");
    }

    @Test
    void theOneDataSourceThereIsIsNotTakenUnasked() {
        beans.bind("business", new PGSimpleDataSource());

        refused("#orders").withMessageContaining("the registry has no bean of that name");
        refused("#").withMessageContaining("the registry has no bean of that name");
    }

    @Test
    void theAddressOfADatabaseIsNotRepeated() {
        for (String address : new String[] {"jdbc:oracle:thin:pat/c4nary@db", "postgresql://pat:c4nary@db/orders"}) {
            refused(address).withMessageNotContaining(Canary.WORD).withMessageContaining("***', allowed are memory");
        }
    }

    @Test
    void anotherProductIsRefusedByName() {
        SQLiteDataSource sqlite = new SQLiteDataSource();
        sqlite.setUrl("jdbc:sqlite::memory:");
        beans.bind("orders", sqlite);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> StateStores.open("#orders", beans, Clock.systemUTC()))
                .withMessageContaining("stateStore=#orders leads to SQLite 3.")
                .withMessageContaining("allowed is PostgreSQL 12 or newer; nothing was changed there");
    }

    private ThrowableAssertAlternative<IllegalArgumentException> refused(String stateStore) {
        return assertThatIllegalArgumentException().isThrownBy(() -> StateStores.validate(stateStore, beans));
    }
}
