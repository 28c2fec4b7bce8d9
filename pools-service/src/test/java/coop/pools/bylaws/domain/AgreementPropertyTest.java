package coop.pools.bylaws.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.bylaws.SampleBylaws;
import coop.pools.kernel.Refused;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;

class AgreementPropertyTest {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern SCHEDULE_LINE =
            Pattern.compile("(?m)^- \\*\\*.+\\*\\* \\(`(.+)`, article .+\\): (.+)\\. Allowed");

    private static final long LINES_OF_A_POOL = lines(SampleBylaws.EDITIONS.forPool("una"));

    record Case(Edition edition, Rules rules) {
        Agreement agreement() {
            return edition.render(SampleBylaws.facts(), rules);
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.of(SampleBylaws.EDITIONS.all())
                .flatMap(edition -> RuleSets.of(edition).map(rules -> new Case(edition, rules)));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void theTextHasNoBlanksAndSaysEveryRuleInItsArticle(@ForAll("cases") Case tried) {
        Agreement agreement = tried.agreement();
        assertThat(agreement.text()).doesNotContain("{{", "}}");
        Map<String, String> articles =
                agreement.articles().stream().collect(Collectors.toMap(Article::number, Article::text));
        for (RuleLine line : tried.rules().lines()) {
            assertThat(articles.get(line.article())).contains(line.inWords());
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everyNumberInTheTextIsARuleOrTheDayOfFounding(@ForAll("cases") Case tried) {
        Set<String> known = new HashSet<>(Set.of("1", "2026"));
        tried.rules().lines().forEach(line -> known.addAll(numbers(line.inWords() + " " + line.allowed())));
        assertThat(known).containsAll(numbers(PlainNumbers.in(tried.agreement().text())));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theScheduleReadsBackAsTheSameRules(@ForAll("cases") Case tried) {
        Map<String, String> written = SCHEDULE_LINE
                .matcher(tried.agreement().text())
                .results()
                .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));
        Map<String, String> inForce =
                tried.rules().lines().stream().collect(Collectors.toMap(RuleLine::key, RuleLine::inWords));
        assertThat(written).isEqualTo(inForce);
        assertThat(tried.edition().defaults().with(tried.rules().asMap())).isEqualTo(tried.rules());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void differentRulesGiveDifferentFingerprints(@ForAll("cases") Case one, @ForAll("cases") Case other) {
        boolean same = one.edition().equals(other.edition()) && one.rules().equals(other.rules());
        String sha256 = one.agreement().sha256();
        assertThat(sha256.equals(other.agreement().sha256())).isEqualTo(same);
        assertThat(sha256).isEqualTo(one.agreement().sha256());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void hardWiredWordsAreTheSameUnderAllRules(@ForAll("cases") Case tried) {
        Agreement initial =
                tried.edition().render(SampleBylaws.facts(), tried.edition().defaults());
        assertThat(hardWired(tried.agreement())).isEqualTo(hardWired(initial)).hasSizeGreaterThanOrEqualTo(10);
    }

    @Property(tries = 1000)
    void anUnknownKeyIsRefusedWhateverItSays(@ForAll @StringLength(max = 30) String key, @ForAll int value) {
        Map<String, Object> changes = new HashMap<>(Map.of(key, value));
        for (Edition edition : SampleBylaws.EDITIONS.all()) {
            if (RuleKey.of(key).isEmpty()) {
                assertThatThrownBy(() -> edition.defaults().with(changes)).hasMessage("UNKNOWN_RULE");
            }
        }
    }

    @Property(tries = 1000)
    void exactlyTheNumbersInBoundsAreTaken(
            @ForAll("cases") Case tried, @ForAll @LongRange(min = -200_000, max = 200_000) long number) {
        for (RuleSpec spec : tried.edition().sheet().specs()) {
            if (spec.type() instanceof RuleType.Whole whole) {
                boolean allowed = number >= whole.min() && number <= whole.max() || whole.mayBeNone() && number == 0;
                assertThat(whole.accept(number).isPresent()).isEqualTo(allowed);
                assertThat(whole.accept(BigInteger.valueOf(number)).isPresent()).isEqualTo(allowed);
            }
        }
    }

    @Property(tries = 1000)
    void aNameCannotChangeTheArticles(@ForAll @NotBlank @StringLength(max = 80) String name) {
        Edition edition = SampleBylaws.EDITIONS.forPool("una");
        AgreementFacts facts;
        try {
            facts = SampleBylaws.facts(name);
        } catch (Refused e) {
            return;
        }
        Agreement agreement = edition.render(facts, edition.defaults());
        assertThat(agreement.articles()).hasSize(32);
        assertThat(agreement.text().lines().count()).isEqualTo(LINES_OF_A_POOL);
    }

    private static long lines(Edition edition) {
        return edition.render(SampleBylaws.facts(), edition.defaults())
                .text()
                .lines()
                .count();
    }

    private static List<String> hardWired(Agreement agreement) {
        return agreement.articles().stream()
                .flatMap(article -> article.articleClass() == ArticleClass.H
                        ? Stream.of(article.toString())
                        : article.text().lines().filter(line -> line.contains(" (H) ")))
                .toList();
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
