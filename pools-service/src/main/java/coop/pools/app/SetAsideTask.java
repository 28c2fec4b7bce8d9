package coop.pools.app;

import coop.pools.treasury.DismissEvent;
import coop.pools.treasury.InboxStore.SetAside;
import coop.pools.treasury.ReadInbox;
import coop.pools.treasury.RetrySetAside;
import io.dropwizard.servlets.tasks.Task;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * For operators, on the admin port: events that were set aside. {@code POST /tasks/events-set-aside} lists them;
 * {@code ?retry=ID} or {@code ?retry=all} has them tried again; {@code ?dismiss=ID&reason=WORDS} is done with one.
 */
final class SetAsideTask extends Task {
    private final ReadInbox readInbox;
    private final RetrySetAside retry;
    private final DismissEvent dismiss;

    SetAsideTask(ReadInbox readInbox, RetrySetAside retry, DismissEvent dismiss) {
        super("events-set-aside");
        this.readInbox = readInbox;
        this.retry = retry;
        this.dismiss = dismiss;
    }

    @Override
    public void execute(Map<String, List<String>> parameters, PrintWriter output) {
        Optional<String> again = first(parameters, "retry");
        Optional<String> done = first(parameters, "dismiss");
        if (again.isPresent()) {
            int waiting = retry.retry(again.filter(id -> !id.equals("all")));
            output.println(waiting + (waiting == 1 ? " event is" : " events are") + " tried again");
        } else if (done.isPresent()) {
            output.println(dismissed(done.get(), first(parameters, "reason")));
        } else {
            list(output);
        }
    }

    private String dismissed(String eventId, Optional<String> reason) {
        if (reason.isEmpty()) {
            return "say why: &reason=WORDS";
        }
        return dismiss.dismiss(eventId, reason.get())
                ? eventId + " is dismissed"
                : eventId + " is not among the events that were set aside";
    }

    private void list(PrintWriter output) {
        List<SetAside> events = readInbox.setAside();
        events.forEach(event -> output.println(
                event.receivedAt() + "  " + event.eventId() + "  " + event.type() + "  " + event.reason()));
        output.println(events.isEmpty() ? "no event is set aside" : events.size() + " set aside");
    }

    private static Optional<String> first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
