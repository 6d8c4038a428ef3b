/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.designer;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A message broker in this process, with somebody who takes messages from it. */
final class Broker implements AutoCloseable {
    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final ActiveMQConnectionFactory connections;
    private final JMSContext receiver;

    /** At a URL such as {@code tcp://127.0.0.1:61616}, or {@code vm://0} for this process alone. */
    Broker(String url) throws Exception {
        server.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .addAcceptorConfiguration("flows", url));
        server.start();
        connections = new ActiveMQConnectionFactory(url);
        receiver = connections.createContext();
    }

    /** Takes the next message from a queue; null if none comes. */
    Message next(String queue, Duration patience) throws JMSException {
        try (var consumer = receiver.createConsumer(receiver.createQueue(queue))) {
            return consumer.receive(patience.toMillis());
        }
    }

    @Override
    public void close() throws Exception {
        receiver.close();
        connections.close();
        server.stop();
    }
}
