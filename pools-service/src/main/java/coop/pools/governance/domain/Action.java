package coop.pools.governance.domain;

import coop.pools.kernel.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a passed proposal does: the only way for pooled money and rules to change. Carried out by {@code enactment}
 * alone. {@link #fold} makes the compiler ask every handler about every action.
 */
public sealed interface Action {
    <T> T fold(Handler<T> handler);

    /** The word in the API, for example {@code change-rules}. */
    default String type() {
        return fold(new Handler<>(
                a -> "statement",
                a -> "pay",
                a -> "change-rules",
                a -> "join-flood",
                a -> "fund-flood",
                a -> "leave-flood",
                a -> "allocate",
                a -> "close-bucket",
                a -> "choose-custody",
                a -> "name-steward",
                a -> "end-steward",
                a -> "admit-member",
                a -> "remove-member",
                a -> "name-ombud",
                a -> "end-ombud",
                a -> "stop-decision",
                a -> "choose-legal-form",
                a -> "wind-up",
                FloodAction::word,
                a -> "pledge",
                a -> "end-pledge",
                round -> round.order().word()));
    }

    /** Whom it would put out; that person does not vote on it. */
    default Optional<UUID> concerned() {
        return this instanceof RemoveMember remove ? Optional.of(remove.person()) : Optional.empty();
    }

    /** Whether a proposal of it has to give reasons: whoever is to be put out can answer them. */
    default boolean asksForReasons() {
        return concerned().isPresent() || this instanceof FloodAction.RemovePool;
    }

    /** The person it names, whose own affair it is; whom a payment goes to is in the records of payees. */
    default Optional<UUID> named() {
        return fold(new Handler<>(
                a -> Optional.empty(),
                a -> Optional.empty(),
                a -> Optional.empty(),
                a -> Optional.empty(),
                a -> Optional.empty(),
                a -> Optional.empty(),
                a -> Optional.empty(),
                a -> Optional.empty(),
                a -> Optional.empty(),
                name -> Optional.of(name.person()),
                end -> Optional.of(end.person()),
                admit -> Optional.of(admit.person()),
                remove -> Optional.of(remove.person()),
                ombud -> Optional.of(ombud.person()),
                ended -> Optional.of(ended.person()),
                a -> Optional.empty(),
                a -> Optional.empty(),
                a -> Optional.empty(),
                a -> Optional.empty(),
                a -> Optional.empty(),
                a -> Optional.empty(),
                a -> Optional.empty()));
    }

    /** A position is taken; nothing is carried out. */
    record Statement() implements Action {
        @Override
        public <T> T fold(Handler<T> handler) {
            return handler.statement().apply(this);
        }
    }

    /**
     * Money goes to a payee. {@code amount} is above zero, in the body's currency.
     *
     * @param bucket the slug of the bucket it comes from; empty for what is in none
     */
    record Pay(UUID payee, Money amount, String purpose, Optional<String> bucket) implements Action {
        /** From what is in no bucket. */
        public Pay(UUID payee, Money amount, String purpose) {
            this(payee, amount, purpose, Optional.empty());
        }

        @Override
        public <T> T fold(Handler<T> handler) {
            return handler.pay().apply(this);
        }
    }

    /** Bylaws variables get new values, by key, as they stand in the API: numbers, words, booleans. */
    record ChangeRules(Map<String, Object> rules) implements Action {
        @Override
        public <T> T fold(Handler<T> handler) {
            return handler.changeRules().apply(this);
        }
    }

    /** The Pool becomes a member of a Flood and adopts its compact. */
    record JoinFlood(UUID flood) implements Action {
        @Override
        public <T> T fold(Handler<T> handler) {
            return handler.joinFlood().apply(this);
        }
    }

    /** Money goes from the Pool into its stake in a Flood. */
    record FundFlood(UUID flood, Money amount) implements Action {
        @Override
        public <T> T fold(Handler<T> handler) {
            return handler.fundFlood().apply(this);
        }
    }

    /** The Pool leaves a Flood and takes its unspent stake along. */
    record LeaveFlood(UUID flood) implements Action {
        @Override
        public <T> T fold(Handler<T> handler) {
            return handler.leaveFlood().apply(this);
        }
    }

    /** Money that is in no bucket goes into one, named by its slug. */
    record Allocate(String bucket, Money amount) implements Action {
        @Override
        public <T> T fold(Handler<T> handler) {
            return handler.allocate().apply(this);
        }
    }

    /** A bucket ends; what is left in it is in none. */
    record CloseBucket(String bucket) implements Action {
        @Override
        public <T> T fold(Handler<T> handler) {
            return handler.closeBucket().apply(this);
        }
    }

    /** Somebody else holds the Pool's money from now on. {@code mode} is host or own. */
    record ChooseCustody(String mode) implements Action {
        @Override
        public <T> T fold(Handler<T> handler) {
            return handler.chooseCustody().apply(this);
        }
    }

    /** A member carries payments out from now on. */
    record NameSteward(UUID person) implements Action {
        @Override
        public <T> T fold(Handler<T> handler) {
            return handler.nameSteward().apply(this);
        }
    }

    /** A steward does so no longer. */
    record EndSteward(UUID person) implements Action {
        @Override
        public <T> T fold(Handler<T> handler) {
            return handler.endSteward().apply(this);
        }
    }

    /** Somebody who asked becomes a member. */
    record AdmitMember(UUID person) implements Action {
        @Override
        public <T> T fold(Handler<T> handler) {
            return handler.admitMember().apply(this);
        }
    }

    /** A member is put out, with what leaving members get. */
    record RemoveMember(UUID person) implements Action {
        @Override
        public <T> T fold(Handler<T> handler) {
            return handler.removeMember().apply(this);
        }
    }

    /** A member answers concerns about payments from now on. */
    record NameOmbud(UUID person) implements Action {
        @Override
        public <T> T fold(Handler<T> handler) {
            return handler.nameOmbud().apply(this);
        }
    }

    /** An ombud does so no longer. */
    record EndOmbud(UUID person) implements Action {
        @Override
        public <T> T fold(Handler<T> handler) {
            return handler.endOmbud().apply(this);
        }
    }

    /** A passed payment that was referred to the members is not carried out. Only a dispute leads to it. */
    record StopDecision(UUID proposal) implements Action {
        @Override
        public <T> T fold(Handler<T> handler) {
            return handler.stopDecision().apply(this);
        }
    }

    /** The Pool adopts the newest edition of another legal form; its rules go on. {@code form} as in the API. */
    record ChooseLegalForm(String form) implements Action {
        @Override
        public <T> T fold(Handler<T> handler) {
            return handler.chooseLegalForm().apply(this);
        }
    }

    /** The Pool ends: members get their shares, {@code payee} what is left; empty: a later vote says who gets it. */
    record WindUp(Optional<UUID> payee) implements Action {
        @Override
        public <T> T fold(Handler<T> handler) {
            return handler.windUp().apply(this);
        }
    }

    /** What a Flood decides about itself: who belongs to it, its compact and its end. */
    sealed interface FloodAction extends Action {
        <T> T ofFlood(Kinds<T> kinds);

        @Override
        default <T> T fold(Handler<T> handler) {
            return handler.ofFlood().apply(this);
        }

        /** The word in the API. */
        default String word() {
            return ofFlood(new Kinds<>(
                    admit -> "admit-pool",
                    remove -> "remove-pool",
                    change -> "change-compact",
                    end -> "dissolve",
                    merge -> "merge-flood",
                    take -> "take-in-flood",
                    split -> "split-flood",
                    share -> "change-share"));
        }

        /** A Pool may join. */
        record AdmitPool(UUID pool) implements FloodAction {
            @Override
            public <T> T ofFlood(Kinds<T> kinds) {
                return kinds.admit().apply(this);
            }
        }

        /** The others part from a Pool, which takes its stake along. Its people do not vote on it. */
        record RemovePool(UUID pool) implements FloodAction {
            @Override
            public <T> T ofFlood(Kinds<T> kinds) {
                return kinds.remove().apply(this);
            }
        }

        /** Rules of the compact get new values, by key. */
        record ChangeCompact(Map<String, Object> rules) implements FloodAction {
            @Override
            public <T> T ofFlood(Kinds<T> kinds) {
                return kinds.change().apply(this);
            }
        }

        /** The Flood ends; each Pool takes its stake along. */
        record Dissolve() implements FloodAction {
            @Override
            public <T> T ofFlood(Kinds<T> kinds) {
                return kinds.end().apply(this);
            }
        }

        /** The Flood ends in another one, to which the Pools that agree go with their stakes. */
        record Merge(UUID into) implements FloodAction {
            @Override
            public <T> T ofFlood(Kinds<T> kinds) {
                return kinds.merge().apply(this);
            }
        }

        /** The Flood takes in the Pools of another one that wants to end in it. */
        record TakeIn(UUID flood) implements FloodAction {
            @Override
            public <T> T ofFlood(Kinds<T> kinds) {
                return kinds.take().apply(this);
            }
        }

        /** Some Pools go with their stakes into a new Flood under the same rules. */
        record Split(String name, String purpose, List<UUID> pools) implements FloodAction {
            public Split {
                pools = List.copyOf(pools);
            }

            @Override
            public <T> T ofFlood(Kinds<T> kinds) {
                return kinds.split().apply(this);
            }
        }

        /** In the commons: another share from now on, rising every year up to {@code most}; it may only fall if so said. */
        record ChangeShare(int basisPoints, int rise, int most, boolean lower) implements FloodAction {
            @Override
            public <T> T ofFlood(Kinds<T> kinds) {
                return kinds.share().apply(this);
            }
        }

        /** One function for each. */
        record Kinds<T>(
                Function<AdmitPool, T> admit,
                Function<RemovePool, T> remove,
                Function<ChangeCompact, T> change,
                Function<Dissolve, T> end,
                Function<Merge, T> merge,
                Function<TakeIn, T> take,
                Function<Split, T> split,
                Function<ChangeShare, T> share) {}
    }

    /**
     * The Pool promises money to a Flood: once, or every month a share of what comes in.
     *
     * @param amount once so much; or in a month at most so much
     * @param basisPoints 0 for once, otherwise 1 to 10,000 of what comes in in a month
     * @param most over all months; empty for no such limit
     */
    record Pledge(UUID flood, Money amount, int basisPoints, Optional<Money> most) implements Action {
        public boolean isMonthly() {
            return basisPoints > 0;
        }

        /** The larger of what it may take at once and in all. */
        public Money largest() {
            return most.filter(all -> all.isMoreThan(amount)).orElse(amount);
        }

        @Override
        public <T> T fold(Handler<T> handler) {
            return handler.pledge().apply(this);
        }
    }

    /** A pledge takes nothing more. */
    record EndPledge(UUID pledge) implements Action {
        @Override
        public <T> T fold(Handler<T> handler) {
            return handler.endPledge().apply(this);
        }
    }

    /** A round opens, or ends before its time. */
    record Round(RoundOrder order) implements Action {
        @Override
        public <T> T fold(Handler<T> handler) {
            return handler.round().apply(this);
        }
    }

    /** One function for each action. */
    record Handler<T>(
            Function<Statement, T> statement,
            Function<Pay, T> pay,
            Function<ChangeRules, T> changeRules,
            Function<JoinFlood, T> joinFlood,
            Function<FundFlood, T> fundFlood,
            Function<LeaveFlood, T> leaveFlood,
            Function<Allocate, T> allocate,
            Function<CloseBucket, T> closeBucket,
            Function<ChooseCustody, T> chooseCustody,
            Function<NameSteward, T> nameSteward,
            Function<EndSteward, T> endSteward,
            Function<AdmitMember, T> admitMember,
            Function<RemoveMember, T> removeMember,
            Function<NameOmbud, T> nameOmbud,
            Function<EndOmbud, T> endOmbud,
            Function<StopDecision, T> stopDecision,
            Function<ChooseLegalForm, T> chooseLegalForm,
            Function<WindUp, T> windUp,
            Function<FloodAction, T> ofFlood,
            Function<Pledge, T> pledge,
            Function<EndPledge, T> endPledge,
            Function<Round, T> round) {}
}
