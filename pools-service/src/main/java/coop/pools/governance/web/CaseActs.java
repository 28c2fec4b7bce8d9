package coop.pools.governance.web;

import coop.pools.governance.AnswerConcern;
import coop.pools.governance.RaiseConcern;
import coop.pools.governance.ReadDisputes;
import coop.pools.governance.StateOutcome;

/** What people do about what has been decided, grouped for the edge. */
public record CaseActs(RaiseConcern raise, AnswerConcern answer, ReadDisputes read, StateOutcome outcome) {}
