package coop.pools.notify.web;

import coop.pools.notify.MakeFeed;
import coop.pools.notify.ReadCalendar;

/** What can be done with calendars. */
public record CalendarActs(ReadCalendar read, MakeFeed make) {}
