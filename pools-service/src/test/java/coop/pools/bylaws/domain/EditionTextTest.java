package coop.pools.bylaws.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.bylaws.SampleBylaws;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every published text has to keep to. */
class EditionTextTest {
    private static final Pattern REFERENCE = Pattern.compile("[Aa]rticles? (F?[0-9]+)(?: and ([0-9]+))?");
    private static final Pattern BLANK = Pattern.compile("\\{\\{(.+?)}}");
    /** They would make a share look like a security. */
    private static final Pattern WORDS_TO_AVOID =
            Pattern.compile("\\b(invest\\w*|returns?|returned|roi|profit[- ]shar\\w*)\\b", Pattern.CASE_INSENSITIVE);

    static Stream<Edition> editions() {
        return SampleBylaws.EDITIONS.all().stream();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void articlesAreNumberedWithoutGaps(Edition edition) {
        boolean compact = edition.kind() != Edition.Kind.AGREEMENT;
        int last = switch (edition.kind()) {
            case AGREEMENT -> 32;
            case COMPACT -> 14;
            case COMMONS -> 9;
        };
        List<String> expected = IntStream.rangeClosed(1, last)
                .mapToObj(n -> (compact ? "F" : "") + n)
                .toList();
        assertThat(edition.articles()).extracting(Article::number).isEqualTo(expected);
        assertThat(edition.template().lines().filter(line -> line.startsWith("## ")))
                .as("and the schedule")
                .hasSize(expected.size() + 1);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void paragraphsAreNumberedInTheirArticle(Edition edition) {
        for (Article article : edition.articles()) {
            List<String> numbers = article.text()
                    .lines()
                    .filter(line -> line.matches("F?[0-9].*"))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .toList();
            assertThat(numbers)
                    .isEqualTo(IntStream.rangeClosed(1, numbers.size())
                            .mapToObj(n -> article.number() + "." + n)
                            .toList())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void referencesLeadToArticles(Edition edition) {
        Set<String> numbers = new HashSet<>();
        edition.articles().forEach(article -> numbers.add(article.number()));
        Matcher reference = REFERENCE.matcher(edition.template());
        while (reference.find()) {
            assertThat(numbers).contains(reference.group(1));
            assertThat(reference.group(2) == null || numbers.contains(reference.group(2)))
                    .isTrue();
        }
        assertThat(edition.sheet().specs()).allMatch(spec -> numbers.contains(spec.article()));
    }

    @ParameterizedTest
    @MethodSource("editions")
    void noNumberIsTypedInTheText(Edition edition) {
        String words = BLANK.matcher(PlainNumbers.in(edition.template())).replaceAll("");
        assertThat(words)
                .doesNotContainPattern("[0-9%]")
                .doesNotContainPattern("\\b(hours?|days?|per cent|percent)\\b(?! of founding)");
    }

    @ParameterizedTest
    @MethodSource("editions")
    void hardWiredPartsHoldNoRule(Edition edition) {
        Set<String> keys = edition.defaults().asMap().keySet();
        for (Article article : edition.articles()) {
            String hard = article.articleClass() == ArticleClass.H
                    ? article.text()
                    : String.join(
                            "\n",
                            article.text()
                                    .lines()
                                    .filter(l -> l.contains(" (H) "))
                                    .toList());
            assertThat(BLANK.matcher(hard).results().map(blank -> blank.group(1)))
                    .doesNotContainAnyElementsOf(keys);
        }
        assertThat(edition.sheet().specs()).allMatch(spec -> spec.articleClass() != ArticleClass.H);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void oneMemberOneVoteIsHardWired(Edition edition) {
        String number = edition.kind() == Edition.Kind.AGREEMENT ? "7" : "F3";
        assertThat(edition.articles())
                .filteredOn(article -> article.number().equals(number))
                .singleElement()
                .satisfies(article -> {
                    assertThat(article.articleClass()).isEqualTo(ArticleClass.H);
                    assertThat(article.text()).contains("one vote");
                });
    }

    @ParameterizedTest
    @MethodSource("editions")
    void wordsThatPromiseGainAreAvoided(Edition edition) {
        List<String> found = new ArrayList<>();
        String all = edition.template() + edition.defaults().lines();
        WORDS_TO_AVOID.matcher(all).results().forEach(word -> found.add(word.group()));
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void plainLinesAreShort(Edition edition) {
        assertThat(edition.articles())
                .allSatisfy(article -> assertThat(article.summary().split(" "))
                        .as(article.number())
                        .hasSizeLessThanOrEqualTo(25));
    }

    @ParameterizedTest
    @MethodSource("editions")
    void theTextReadsAtTenthGradeOrBelow(Edition edition) {
        assertThat(Readability.grade(
                        edition.render(SampleBylaws.facts(), edition.defaults()).text()))
                .isLessThanOrEqualTo(10);
    }

    @Test
    void theDelawareDraftSaysThatNobodyHasReviewedOrFiledIt() {
        Edition llc = SampleBylaws.EDITIONS.forPool("de_llc");
        assertThat(llc.template()).contains("Draft, not reviewed by a lawyer; not filed by the software.");
        assertThat(llc.articles().get(6).text())
                .contains("§18-402", "§18-301", "§18-603", "§18-504", "§18-801", "§18-803");
    }

    @Test
    void aBlankThatNothingFillsIsRefused() {
        Edition edition = SampleBylaws.EDITIONS.forFlood();
        for (String wrong : List.of("{{unknown.rule}}", "{{ name }}", "{{Name}}", "{{name")) {
            Edition broken = new Edition(edition.id(), edition.sheet(), edition.template() + wrong);
            assertThatThrownBy(() -> broken.render(SampleBylaws.facts(), edition.defaults()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aPoolCannotTakeTheRulesOfAFlood() {
        Edition una = SampleBylaws.EDITIONS.forPool("una");
        assertThatThrownBy(() -> una.render(SampleBylaws.facts(), SampleBylaws.floodRules()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SampleBylaws.floodRules().with(Map.of("vote.hours", 48)))
                .hasMessage("UNKNOWN_RULE");
    }
}
