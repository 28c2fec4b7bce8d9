package coop.pools.pool.web;

import coop.pools.bylaws.AgreementHtml;
import coop.pools.bylaws.BylawsVersion;
import coop.pools.bylaws.ChangeRules;
import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.domain.ArticleClass;
import coop.pools.bylaws.domain.RuleLine;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Sentences;
import coop.pools.platform.web.Visit;
import coop.pools.pool.Members;
import coop.pools.pool.ReadPools;
import coop.pools.pool.domain.Pool;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The page of a Pool's agreement: its rules in force, its text, and the versions there have been. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class BylawsPages {
    private static final int VERSIONS_SHOWN = 50;

    private final Pages pages;
    private final Sentences sentences;
    private final Around around;
    private final ReadBylaws bylaws;
    private final ChangeRules changes;

    public BylawsPages(Pages pages, Sentences sentences, Around around, ReadBylaws bylaws, ChangeRules changes) {
        this.pages = pages;
        this.sentences = sentences;
        this.around = around;
        this.bylaws = bylaws;
        this.changes = changes;
    }

    /** Whose bylaws they are, and who may propose to change them. */
    public record Around(ReadPools pools, Members members) {}

    @GET
    @Path("/pools/{slug}/bylaws")
    public Page current(@Context Visit visit, @PathParam("slug") String slug) {
        Pool pool = around.pools().bySlug(slug);
        return show(visit, pool, bylaws.current(pool.id()));
    }

    @GET
    @Path("/pools/{slug}/bylaws/{version}")
    public Page version(@Context Visit visit, @PathParam("slug") String slug, @PathParam("version") String version) {
        Pool pool = around.pools().bySlug(slug);
        return show(visit, pool, BylawsApi.version(bylaws, pool.id(), version));
    }

    private Page show(Visit visit, Pool pool, BylawsVersion version) {
        List<Version> versions = bylaws.versions(pool.id(), Integer.MAX_VALUE, VERSIONS_SHOWN).stream()
                .map(head -> new Version(
                        head.version(),
                        InstantText.day(head.adoptedAt()),
                        head.proposalId().map(UUID::toString).orElse("")))
                .toList();
        List<Change> changed = bylaws.changes(pool.id(), version.version()).stream()
                .map(change -> new Change(
                        change.after().label(),
                        change.before().inWords(),
                        change.after().inWords()))
                .toList();
        String form = version.edition().form();
        boolean member = visit.caller()
                .reader()
                .filter(person -> around.members().isMember(pool.id(), person))
                .isPresent();
        return pages.page(
                visit,
                "/templates/pool/bylaws.ftlh",
                new BylawsModel(
                        pool.slug(),
                        pool.name(),
                        member,
                        sentences.filled("bylaws.form." + form, form, Map.of()),
                        version.edition().edition(),
                        version.version(),
                        version.version() == versions.get(0).number(),
                        InstantText.day(version.adoptedAt()),
                        version.sha256(),
                        AgreementHtml.html(version.text()),
                        rules(bylaws, version),
                        waiting(pool),
                        changed,
                        versions));
    }

    private List<Waiting> waiting(Pool pool) {
        return changes.waiting(pool.id()).stream()
                .map(first -> new Waiting(
                        first.proposalId().toString(),
                        bylaws.rules(pool.id()).with(first.changes()).lines().stream()
                                .filter(line -> first.changes().containsKey(line.key()))
                                .map(line -> line.label() + " becomes " + line.inWords())
                                .toList(),
                        InstantText.of(first.secondFrom()),
                        InstantText.of(first.secondUntil())))
                .toList();
    }

    /** The rules of a version as pages show them. */
    public static List<Rule> rules(ReadBylaws bylaws, BylawsVersion version) {
        return bylaws.rules(version).lines().stream().map(Rule::of).toList();
    }

    /** What the page shows. */
    public record BylawsModel(
            String slug,
            String poolName,
            boolean member,
            String form,
            String edition,
            int version,
            boolean inForce,
            String adopted,
            String sha256,
            String html,
            List<Rule> rules,
            List<Waiting> waiting,
            List<Change> changes,
            List<Version> versions) {}

    /** A rule and its value in words. @param firm whether it takes two votes to change it */
    public record Rule(
            String key, String label, String says, String inWords, String allowed, String article, boolean firm) {
        static Rule of(RuleLine line) {
            return new Rule(
                    line.key(),
                    line.label(),
                    line.says(),
                    line.inWords(),
                    line.allowed(),
                    line.article(),
                    line.articleClass() == ArticleClass.E);
        }
    }

    /** A change of entrenched rules that has passed once. */
    public record Waiting(String proposal, List<String> rules, String from, String until) {}

    /** A rule that this version has changed. */
    public record Change(String label, String before, String after) {}

    /** A version there is. @param proposal the vote that made it; empty for the first */
    public record Version(int number, String adopted, String proposal) {}
}
