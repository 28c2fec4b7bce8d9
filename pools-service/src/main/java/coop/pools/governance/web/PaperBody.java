package coop.pools.governance.web;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.Method;
import coop.pools.governance.domain.Option;
import coop.pools.governance.domain.Reasons;
import coop.pools.governance.domain.Shown;
import coop.pools.governance.domain.Template;
import coop.pools.platform.web.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What people are asked, as the API takes and gives it; what is missing is as usual.
 *
 * @param method agree, sense-check, choose-one, approval, score, dots, ranked, election or meeting-time
 * @param options 2 to 20 (ranked: 12), for methods that have them
 * @param seats how many an election fills
 * @param most the highest score, or everybody's dots; at most 100
 * @param reasons optional, required, off or disagreeing
 * @param blocksToStop how many blocks stop it; 0: blocking is not offered
 * @param shown live, after-voting or after-close
 * @param anonymous only with after-close
 * @param template advice, consent, consensus, simple-majority, standard, significant or emergency: presets the rest
 */
public record PaperBody(
        String method,
        List<OptionBody> options,
        Integer seats,
        Integer most,
        String reasons,
        Integer blocksToStop,
        String shown,
        Boolean anonymous,
        String template) {

    /** An option to choose. @param action what happens if it wins; missing: nothing is carried out */
    public record OptionBody(String text, ActionBody action) {}

    static BallotPaper read(PaperBody sent, ActionReader actions) {
        if (sent == null) {
            return BallotPaper.USUAL;
        }
        Template template = template("paper.template", sent.template());
        BallotPaper usual = template.paper();
        Method method = sent.method() == null
                ? usual.method()
                : Method.ofWord(sent.method())
                        .orElseThrow(() -> Fields.invalid("paper.method", words(Method.values())));
        List<Option> options = new ArrayList<>();
        for (OptionBody option : Optional.ofNullable(sent.options()).orElse(List.of())) {
            OptionBody asked = Fields.required("paper.options", option);
            if (options.size() >= BallotPaper.MOST_OPTIONS) {
                throw Fields.invalid("paper.options", "at most " + BallotPaper.MOST_OPTIONS);
            }
            Action action = asked.action() == null ? new Action.Statement() : actions.read(asked.action());
            options.add(
                    new Option(Option.keyAt(options.size()), Fields.text("paper.options", asked.text(), 120), action));
        }
        boolean anonymous = Boolean.TRUE.equals(sent.anonymous());
        Shown unsaid = anonymous ? Shown.AFTER_CLOSE : usual.shown();
        return new BallotPaper(
                method,
                options,
                orElse(sent.seats(), usual.seats()),
                orElse(sent.most(), mostOf(method)),
                sent.reasons() == null ? usual.reasons() : word("paper.reasons", sent.reasons(), Reasons.values()),
                orElse(sent.blocksToStop(), usual.blocksToStop()),
                sent.shown() == null ? unsaid : word("paper.shown", sent.shown(), Shown.values()),
                anonymous,
                template);
    }

    /** The template with this word; the standard one where nothing is said. */
    static Template template(String field, String sent) {
        return sent == null || sent.isEmpty()
                ? Template.STANDARD
                : Template.ofWord(sent).orElseThrow(() -> Fields.invalid(field, words(Template.values())));
    }

    /** How many points there are where nobody says so. */
    static int mostOf(Method method) {
        return switch (method) {
            case SCORE -> 5;
            case DOTS -> 10;
            default -> 1;
        };
    }

    static <E extends Enum<E>> E word(String field, String sent, E[] values) {
        for (E value : values) {
            if (wordOf(value).equals(sent)) {
                return value;
            }
        }
        throw Fields.invalid(field, words(values));
    }

    private static String words(Enum<?>[] values) {
        List<String> words = new ArrayList<>();
        for (Enum<?> value : values) {
            words.add(wordOf(value));
        }
        return String.join(", ", words);
    }

    static String wordOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int orElse(Integer sent, int usual) {
        return sent == null ? usual : sent;
    }
}
