-- What has come to its end, oldest first: reminders go when they are 13 months old, and the check at start takes one
-- of each day. A reminder gets its entry when it concludes, and hardly any changes after that.
create index reminder_concluded on reminder (concluded_at) where concluded_at is not null;
