package coop.pools.membership.web;

import coop.pools.kernel.Caller;
import coop.pools.kernel.Scope;
import coop.pools.membership.CsvRosters;
import coop.pools.membership.ReadImports;
import coop.pools.membership.ReadInvitations;
import coop.pools.membership.ReadMembers;
import coop.pools.membership.domain.ImportState;
import coop.pools.membership.domain.LinkInvitation;
import coop.pools.membership.domain.RosterImport;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.Visit;
import coop.pools.pool.domain.Pool;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;

/** Makes what the page of members shows: to everybody how many, to members who, and to each their own links. */
public final class MembersShowing {
    private static final int PAGE = 100;

    private final ReadMembers members;
    private final ReadInvitations invitations;
    private final ReadImports imports;
    private final BiPredicate<UUID, UUID> silent;

    public MembersShowing(
            ReadMembers members, ReadInvitations invitations, ReadImports imports, BiPredicate<UUID, UUID> silent) {
        this.members = members;
        this.invitations = invitations;
        this.imports = imports;
        this.silent = silent;
    }

    MembersModel model(Visit visit, Pool pool, int after, Inviting inviting) {
        Caller caller = visit.caller();
        boolean member = caller.reader()
                .filter(person -> members.isMember(pool.id(), person))
                .isPresent();
        List<ReadMembers.NamedMember> named = member ? members.list(caller, pool.id(), after, PAGE + 1) : List.of();
        List<ReadMembers.NamedMember> shown = named.subList(0, Math.min(PAGE, named.size()));
        Optional<RosterImport> roster = imports.latest(pool.id());
        String here = "/pools/" + pool.slug() + "/members";
        return new MembersModel(
                pool.slug(),
                pool.name(),
                members.count(pool.id()),
                member,
                shown.stream().map(one -> Person.of(one, caller)).toList(),
                named.size() > PAGE ? here + "?after=" + shown.get(PAGE - 1).number() : "",
                after > 0 ? here : "",
                invitations.counts(pool.id()),
                roster.filter(job -> job.source().equals(CsvRosters.NAME)).isPresent(),
                roster.map(MembersShowing::reading).orElse(""),
                inviting,
                member && caller.scopes().contains(Scope.ORGANISE) ? links(caller, pool) : List.of(),
                caller.reader().filter(person -> silent.test(pool.id(), person)).isPresent());
    }

    private List<Link> links(Caller caller, Pool pool) {
        return invitations.mine(caller, pool.id()).stream().map(Link::of).toList();
    }

    /** How the reading of the roster stands; empty when everybody has been read. */
    private static String reading(RosterImport job) {
        String so = job.total().isPresent()
                ? job.readCount() + " of " + job.total().get() + " people have been read"
                : job.readCount() + " people have been read";
        if (job.state() == ImportState.DONE) {
            return "";
        }
        if (job.state() == ImportState.FAILED) {
            return so + ", then " + GroupLinks.label(job.source())
                    + " gave no more answers. The others can join by a link.";
        }
        boolean signIn = job.problem().filter("SOURCE_SIGN_IN_NEEDED"::equals).isPresent();
        String why = signIn
                ? " It goes on when whoever founded the Pool signs in again."
                : job.problem().isPresent() ? " The source asks us to wait; it goes on by itself." : "";
        return so + "." + why;
    }

    /**
     * What the page shows.
     *
     * @param people empty for those who are not members
     * @param next address of the next page of people; empty at the end
     * @param first address of the first page; empty on it
     * @param fromList whether the roster was an uploaded list, whose people cannot be recognised
     * @param reading how the reading of the group's roster stands; empty when it is done
     * @param links the visitor's own live links
     * @param silent whether the visitor has taken no part for long
     */
    public record MembersModel(
            String slug,
            String poolName,
            long members,
            boolean member,
            List<Person> people,
            String next,
            String first,
            ReadInvitations.Counts roster,
            boolean fromList,
            String reading,
            Inviting inviting,
            List<Link> links,
            boolean silent) {}

    /** A member as members see each other. */
    public record Person(String name, String note) {
        static Person of(ReadMembers.NamedMember member, Caller caller) {
            String who = caller.is(member.person()) ? "You, member" : "Member";
            return new Person(
                    member.name(), who + " no. " + member.number() + ", since " + InstantText.day(member.joinedAt()));
        }
    }

    /** The form for inviting. @param url the link just made; empty otherwise */
    public record Inviting(String url, String email) {
        static Inviting nothing() {
            return new Inviting("", "");
        }

        static Inviting made(String url) {
            return new Inviting(url, "");
        }

        static Inviting typed(String email) {
            return new Inviting("", email);
        }
    }

    /** A live link. */
    public record Link(UUID id, String whom, String made, String ends, int used) {
        static Link of(LinkInvitation link) {
            Optional<String> email = link.email();
            return new Link(
                    link.id(),
                    email.orElse("Everybody who has it"),
                    InstantText.day(link.createdAt()),
                    InstantText.day(link.expiresAt()),
                    link.used());
        }
    }
}
