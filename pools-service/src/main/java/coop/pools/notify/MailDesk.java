package coop.pools.notify;

import coop.pools.governance.Bodies;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What the use cases about mail work with.
 *
 * @param queue empty where no mail server is set up
 * @param bodiesOf the Pools and Floods that a person belongs to
 */
public record MailDesk(
        Transactions transactions,
        AddressStore addresses,
        MailStore mail,
        Optional<QueueMail> queue,
        Function<UUID, List<Bodies.Body>> bodiesOf,
        Clock clock) {}
