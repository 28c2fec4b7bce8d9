package coop.pools.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.founding.Town;
import coop.pools.integrations.groups.SourceFailure;
import coop.pools.kernel.Caller;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Sentences;
import coop.pools.platform.web.Visit;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import freemarker.template.Configuration;
import io.dropwizard.views.freemarker.FreemarkerViewRenderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of groups while their source is in trouble. */
class GroupsPagesTest {
    private TestDatabase db;
    private Town town;
    private GroupsPages groups;

    @BeforeEach
    void open() {
        db = TestDatabases.h2();
        town = new Town(db);
        Sentences sentences = new Sentences();
        Pages.Settings settings = new Pages.Settings(true, false, "The sandbox", "1", URI.create("http://localhost"));
        Pages pages = new Pages(settings, sentences, town.ids, town.clock);
        groups = new GroupsPages(pages, sentences, town.groups, town.invitations, town.stageCsv);
    }

    @AfterEach
    void close() throws Exception {
        db.close();
    }

    @Test
    void aSourceThatIsOutIsSaidToBeAndTheListCanStillBeUploaded() throws IOException {
        Caller ana = town.person("ana");
        for (SourceFailure.Kind kind :
                new SourceFailure.Kind[] {SourceFailure.Kind.RATE_LIMITED, SourceFailure.Kind.UNAVAILABLE}) {
            town.source.failWith(new SourceFailure(kind, "out"));
            assertThat(html(groups.groups(visit(ana))))
                    .contains("Sandbox gives no groups just now", "in 30 seconds", "Show me what you read");
        }
        assertThat(html(groups.groups(visit(ana)))).contains("City Makers").doesNotContain("just now");
    }

    @Test
    void whoeverHasLostAccessSignsInAgain() throws IOException {
        Caller ana = town.person("ana");
        town.source.failWith(new SourceFailure(SourceFailure.Kind.TOKEN_REFUSED, "gone"));
        town.source.failWith(new SourceFailure(SourceFailure.Kind.TOKEN_REFUSED, "still gone"));
        assertThat(html(groups.groups(visit(ana))))
                .contains("Sign in again", "action=\"/sign-in/sandbox\"", "name=\"returnTo\" value=\"/groups\"");
    }

    private static Visit visit(Caller caller) {
        return new Visit(
                caller, Optional.of("Ana"), Optional.of("secret"), "csrf", URI.create("/groups"), Optional.empty());
    }

    private static String html(Page page) throws IOException {
        FreemarkerViewRenderer renderer = new FreemarkerViewRenderer(Configuration.VERSION_2_3_34);
        renderer.configure(Map.of(
                "object_wrapper", "DefaultObjectWrapper(2.3.34)", "number_format", "computer", "locale", "en_GB"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.render(page, Locale.UK, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
