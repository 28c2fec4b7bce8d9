package coop.pools.notify.web;

import coop.pools.notify.ChooseVolume;
import coop.pools.notify.ConfirmAddress;
import coop.pools.notify.GiveAddress;
import coop.pools.notify.ReadMail;
import coop.pools.notify.RemoveAddress;

/** What a person can do about their mail. */
public record MailActs(
        ReadMail read, GiveAddress give, ConfirmAddress confirm, RemoveAddress remove, ChooseVolume choose) {}
