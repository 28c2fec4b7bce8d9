package coop.pools.app;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Secrets;
import coop.pools.kernel.Transactions;
import coop.pools.notify.MailStore;
import io.dropwizard.servlets.tasks.Task;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * For operators, on the admin port: mail that could not be sent. {@code POST /tasks/mail-set-aside} lists it, without
 * addresses; {@code ?retry=ID} or {@code ?retry=all} has it sent again.
 */
final class MailAsideTask extends Task {
    private static final int MOST = 200;

    private final Transactions transactions;
    private final MailStore mail;
    private final IdSource ids;
    private final Clock clock;

    MailAsideTask(Transactions transactions, MailStore mail, IdSource ids, Clock clock) {
        super("mail-set-aside");
        this.transactions = transactions;
        this.mail = mail;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void execute(Map<String, List<String>> parameters, PrintWriter output) {
        List<String> retry = parameters.getOrDefault("retry", List.of());
        List<MailStore.Aside> aside = mail.setAside(MOST);
        if (retry.isEmpty()) {
            aside.forEach(one -> output.println(one.settledAt() + "  " + one.id() + "  " + one.kind() + "  person "
                    + one.personId() + "  " + one.problem()));
            output.println(aside.isEmpty() ? "no mail is set aside" : aside.size() + " set aside");
            return;
        }
        long again = aside.stream()
                .map(MailStore.Aside::id)
                .filter(id -> retry.contains("all") || retry.contains(id.toString()))
                .filter(this::sendAgain)
                .count();
        output.println(again + (again == 1 ? " mail is" : " mails are") + " sent again");
    }

    private boolean sendAgain(UUID id) {
        String secret = ids.newSecret();
        return transactions.inTransaction(() -> mail.sendAgain(id, secret, Secrets.hash(secret), clock.instant())) == 1;
    }
}
