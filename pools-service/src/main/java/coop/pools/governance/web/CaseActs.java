package coop.pools.governance.web;

import coop.pools.governance.AnswerConcern;
import coop.pools.governance.RaiseConcern;
import coop.pools.governance.ReadDisputes;

/** What people do about concerns, grouped for the edge. */
public record CaseActs(RaiseConcern raise, AnswerConcern answer, ReadDisputes read) {}
