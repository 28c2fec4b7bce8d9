package coop.pools.platform.web;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes pages and their frames. */
public final class Pages {
    private final Settings settings;
    private final Sentences sentences;
    private final IdSource ids;
    private final Clock clock;

    public Pages(Settings settings, Sentences sentences, IdSource ids, Clock clock) {
        this.settings = settings;
        this.sentences = sentences;
        this.ids = ids;
        this.clock = clock;
    }

    /** A page by its template, for example {@code /templates/pool/pool.ftlh}. */
    public Page page(Visit visit, String template, Object model) {
        return new Page(template, model, shell(visit, Optional.empty(), List.of()));
    }

    /** A page that says what has just been done. */
    public Page page(Visit visit, String template, Object model, Optional<String> notice) {
        return new Page(template, model, shell(visit, notice, List.of()));
    }

    /**
     * A page that says what has just been done elsewhere, as the address has it: {@code ?said=joined} shows the
     * sentence {@code said.joined}. Words without a sentence say nothing.
     *
     * @param said as in the address; null when there is none
     */
    public Page saying(Visit visit, String template, Object model, String said) {
        String sentence = said == null ? "" : sentences.filled("said." + said, "", Map.of());
        return page(visit, template, model, Optional.of(sentence).filter(text -> !text.isEmpty()));
    }

    /** The page of a form that was refused: the form as it was, and why, with the refusal's status. */
    public Response again(Visit visit, String template, Object model, Refused refused) {
        // A form has no object within another, as a request of the API has.
        String field = String.valueOf(refused.facts().getOrDefault("field", "")).replaceFirst("^action\\.", "");
        Shell.Problem problem = new Shell.Problem(field, sentences.onForm(refused));
        return Response.status(Statuses.of(refused.code()))
                .entity(new Page(template, model, shell(visit, Optional.empty(), List.of(problem))))
                .type("text/html; charset=UTF-8")
                .build();
    }

    /** Goes on to another page after a form was accepted. */
    public static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    public Settings settings() {
        return settings;
    }

    private Shell shell(Visit visit, Optional<String> notice, List<Shell.Problem> errors) {
        return new Shell(
                visit.signedIn(),
                visit.personName().orElse(""),
                visit.formToken(),
                ids.newSecret(),
                settings.sandbox(),
                settings.demoClock(),
                InstantText.of(clock.instant()),
                settings.custodian(),
                notice,
                errors,
                "en",
                visit.path().getPath(),
                settings.assetVersion(),
                settings.commons());
    }

    /** What is the same on every page of this installation. */
    public record Settings(
            boolean sandbox, boolean demoClock, String custodian, String assetVersion, URI publicUrl, boolean commons) {
        /** Without a commons. */
        public Settings(boolean sandbox, boolean demoClock, String custodian, String assetVersion, URI publicUrl) {
            this(sandbox, demoClock, custodian, assetVersion, publicUrl, false);
        }
    }
}
