package coop.pools.governance.web;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Template;
import coop.pools.governance.domain.VotingRule;
import coop.pools.platform.web.InstantText;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ways to decide that the form for a new proposal offers. */
final class TemplateChoices {
    /** They have a rule of their own, which nothing hurries. */
    private static final Set<String> WEIGHTY =
            Set.of("change-rules", "join-flood", "leave-flood", "remove-member", "choose-custody");

    private TemplateChoices() {}

    /** @param present the word of the one that is chosen; it stays among them, whatever the type */
    static List<NewProposalPage.Type> of(Bodies bodies, BodyRef body, String type, String present) {
        if (type.isEmpty() || type.equals("sense-check")) {
            return List.of();
        }
        Set<Template> offered = EnumSet.allOf(Template.class);
        if (!type.equals("statement")) {
            offered.remove(Template.ADVICE);
        }
        if (type.equals("choose") || type.equals("elect")) {
            offered.removeAll(EnumSet.of(Template.CONSENT, Template.CONSENSUS, Template.SIMPLE_MAJORITY));
        }
        Optional<VotingRule> hurried = bodies.hurried(body);
        if (WEIGHTY.contains(type) || hurried.isEmpty()) {
            offered.remove(Template.EMERGENCY);
        }
        if (WEIGHTY.contains(type) || body.kind() == BodyRef.Kind.FLOOD) {
            offered.remove(Template.SIGNIFICANT);
        }
        Template.ofWord(present).ifPresent(offered::add);
        return offered.stream()
                .map(template -> new NewProposalPage.Type(template.word(), template.label(), hint(template, hurried)))
                .toList();
    }

    private static String hint(Template template, Optional<VotingRule> hurried) {
        return template == Template.EMERGENCY
                ? template.says() + hurried.map(TemplateChoices::times).orElse("")
                : template.says();
    }

    private static String times(VotingRule rule) {
        return " Discussed for " + InstantText.span(Duration.ofHours(rule.discussHours())) + ", voted on for "
                + InstantText.span(Duration.ofHours(rule.voteHours())) + ".";
    }
}
