/* Made from docs/openapi.json by console/client-schema.ts; do not edit. */
/* eslint-disable */
export interface paths {
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send facts: one, a batch, or a stream
         * @description Answered after commit. Sending again is harmless: events are recognised by source and id.
         *
         *     Scope: `events:write`.
         */
        post: operations["sendEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/set-aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events set aside
         * @description Scope: `read`.
         */
        get: operations["listSetAside"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/set-aside/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One event set aside
         * @description Scope: `read`.
         */
        get: operations["getSetAside"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/set-aside/{id}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The event as it came, personal data included
         * @description Scope: `admin`.
         */
        get: operations["getSetAsideRaw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/set-aside/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide events again that were set aside
         * @description Scope: `operate`.
         */
        post: operations["replaySetAside"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/set-aside/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide one event again
         * @description Scope: `operate`.
         */
        post: operations["replayOneSetAside"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/set-aside/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an event up, with a reason
         * @description Scope: `operate`.
         */
        post: operations["discardSetAside"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/set-aside/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put an event right and decide it
         * @description It keeps its source and id and returns as a late fact. What was wrong with it is told field by field.
         *
         *     Scope: `admin`.
         */
        post: operations["correctSetAside"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a customer, by number or account, for one of the four lawful reasons
         * @description For half an hour this session may then look at what concerns this account.
         *
         *     Scope: `customers`.
         */
        post: operations["openCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An opened customer as they stand now: offers, allowances, balance, standing, preferences
         * @description Scope: `customers`.
         */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{account}/plan-changes/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A change of plan of an opened customer: before and after side by side, and what to say with it
         * @description For the second screen, which the customer looks at: nothing else of the customer is in it. Event ids hold "/": encode it as %2F.
         *
         *     Scope: `customers`.
         */
        get: operations["comparePlanChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{account}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See the numbers of an opened customer in full
         * @description Scope: `unmask`.
         */
        post: operations["unmaskCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{account}/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which reminders staff keep from an opened customer, since when, until when, and who approved it
         * @description Scope: `customers`.
         */
        get: operations["listBlocksOf"];
        put?: never;
        /**
         * Ask that a kind of reminder be kept from an opened customer for a time
         * @description Nothing is blocked before somebody else approves it. What must be told cannot be blocked.
         *
         *     Scope: `assist`.
         */
        post: operations["askForBlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{account}/blocks/{id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the reminders through again, or take the request back
         * @description Scope: `assist`.
         */
        post: operations["liftBlockOf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Blocks of reminders: what is to be decided on, and what was
         * @description Scope: `blocks:approve`.
         */
        get: operations["listBlocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blocks/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a block that somebody else asked for; it begins at once
         * @description Scope: `blocks:approve`.
         */
        post: operations["approveBlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blocks/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse it, and say why
         * @description Scope: `blocks:approve`.
         */
        post: operations["refuseBlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blocks/{id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the reminders through again before the time is over
         * @description Scope: `blocks:approve`.
         */
        post: operations["liftBlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Each event, the rules considered and the reminders caused
         * @description Scope: `customers`.
         */
        get: operations["explainAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reminders of an account, sent and withheld
         * @description Scope: `customers`.
         */
        get: operations["listReminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase the person behind an account, for good
         * @description Key, name, numbers and texts go; what was still to be sent is withheld. Journal, reminders and books stay, without anything personal.
         *
         *     Scope: `erase`.
         */
        post: operations["erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was erased, by whom and why
         * @description Scope: `read`.
         */
        get: operations["listErasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reminders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why this message was sent, or held back
         * @description Reminder ids hold "/": encode it as %2F.
         *
         *     Scope: `customers`.
         */
        get: operations["getReminder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reminders/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an opened customer once more what they were told
         * @description Neither "once per …" nor the daily cap hold it: at most three times a day. Consents, the allow-list, pauses and whether it is still true are asked as ever. Codes and passwords are never sent again.
         *
         *     Scope: `assist`.
         */
        post: operations["resendReminder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What was said to the holder of a number, and what came back
         * @description Changes nothing. The number goes in the body, so that no proxy or browser logs it.
         *
         *     Scope: `customers`.
         */
        post: operations["timeline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rulebook/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All versions
         * @description Scope: `read`.
         */
        get: operations["listVersions"];
        put?: never;
        /**
         * Submit a draft
         * @description Scope: `rulebook:write`.
         */
        post: operations["submitVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rulebook/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One version
         * @description Scope: `read`.
         */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rulebook/versions/{version}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The files of a version
         * @description Scope: `read`.
         */
        get: operations["getVersionFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rulebook/versions/{version}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a version changes
         * @description Scope: `read`.
         */
        get: operations["diffVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rulebook/versions/{version}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a draft of somebody else
         * @description Scope: `rulebook:review`.
         */
        post: operations["reviewVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rulebook/versions/{version}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a reviewed version into force, now or later
         * @description Needs a finished dry run of exactly its content.
         *
         *     Scope: `rulebook:write`.
         */
        post: operations["publishVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rulebook/versions/{version}/publish-untried": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * In an emergency: bring a reviewed version into force without a dry run
         * @description Scope: `rulebook:review`.
         */
        post: operations["publishUntried"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rulebook/versions/{version}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a published version back; what it planned is withheld
         * @description Scope: `rulebook:write`.
         */
        post: operations["recallVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rulebook/dry-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Dry runs, newest first
         * @description Scope: `read`.
         */
        get: operations["listDryRuns"];
        put?: never;
        /**
         * Try a version, or files, on the past; answers at once
         * @description Scope: `rulebook:try`.
         */
        post: operations["startDryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rulebook/dry-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A dry run and how far it has come
         * @description Scope: `read`.
         */
        get: operations["getDryRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rulebook/dry-runs/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the version would have changed
         * @description Scope: `rulebook:try`.
         */
        get: operations["getDryRunResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rulebook/dry-runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a dry run
         * @description Scope: `rulebook:try`.
         */
        post: operations["cancelDryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rulebook/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try an event on an invented customer
         * @description Scope: `rulebook:try`.
         */
        post: operations["tryRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{account}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try an event on an opened customer, as they stand now; they are not changed
         * @description Scope: `customers`.
         */
        post: operations["tryOnCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rulebook/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What is wrong with a draft, before it is submitted
         * @description Scope: `rulebook:write`.
         */
        post: operations["checkDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rulebook/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A template of a draft as customers would get it
         * @description Scope: `rulebook:write`.
         */
        post: operations["previewWording"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rulebook/schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * JSON Schemas of the files of a rulebook
         * @description Scope: `read`.
         */
        get: operations["listSchemas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rulebook/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What conditions and templates may name for an event
         * @description Scope: `read`.
         */
        get: operations["listNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rulebook/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rules in force
         * @description Scope: `read`.
         */
        get: operations["listRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rulebook/versions/{version}/completeness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Moments of which nobody would be told under a version
         * @description Scope: `read`.
         */
        get: operations["completeness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blueprints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which touchpoints have a service blueprint, and how many failure points
         * @description Scope: `read`.
         */
        get: operations["listBlueprints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blueprints/{touchpoint}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The service blueprint of a touchpoint
         * @description Scope: `read`.
         */
        get: operations["getBlueprint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is stopped
         * @description Scope: `read`.
         */
        get: operations["listPauses"];
        put?: never;
        /**
         * Stop a rule, a channel, a scope, a rulebook version or all
         * @description Scope: `operate`.
         */
        post: operations["pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pauses/{kind}/{value}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Let it go on
         * @description Encode "/" of a scope as %2F. A version that the blast guard has stopped is not stopped by it again.
         *
         *     Scope: `operate`.
         */
        delete: operations["resume"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened in a span of days
         * @description Scope: `read`.
         */
        get: operations["figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/figures/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Today so far, beside yesterday
         * @description Scope: `read`.
         */
        get: operations["figuresToday"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens, as it happens
         * @description Server-sent events. Each has an `id`; come back with the last one in the header `Last-Event-ID` to go on from there.
         *
         *     - `figures`: `day`, `total` of today as in /figures/today; at most once a second, when they have changed.
         *     - `reminder`: `at`, `touchpoint`, `rule`, `channel`, `state`, `reason`, `province`, `city` of what just happened, never of whom; `skipped`: so many since the line before are not shown.
         *     - `alarm`: `id`, `kind`, `change` (opened, closed), `at`.
         *     - `gateway`: `name`, `channel`, `room`, `unanswered`, `inDoubt`, `sentPerSecond`.
         *     - `stage`: `at`: something has changed on the stage of a demo.
         *     - `gap`: what followed the id that you named is no longer here; read the lists anew.
         *
         *     A comment comes every 15 seconds. Who reads too slowly is disconnected, and so is a key that is revoked.
         *
         *     Scope: `read`.
         */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What staff should look at
         * @description Scope: `read`.
         */
        get: operations["listAlarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ways out and how they do
         * @description Scope: `read`.
         */
        get: operations["listGateways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits to be sent, by channel and class
         * @description Scope: `read`.
         */
        get: operations["listQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateways/{name}/drain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand nothing more to a gateway
         * @description Answers and receipts go on. It lasts until it is resumed, also over a restart.
         *
         *     Scope: `operate`.
         */
        post: operations["drainGateway"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateways/{name}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Use a drained gateway again
         * @description Scope: `operate`.
         */
        post: operations["resumeGateway"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateways/{name}/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at the protocol of a gateway
         * @description Whoever begins to look is written into the audit log. "wrong-state" of one that speaks none.
         *
         *     Scope: `operate`.
         */
        get: operations["traceGateway"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the engine and its database do
         * @description Scope: `read`.
         */
        get: operations["operations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/monitors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What must not be late or fall silent
         * @description Scope: `read`.
         */
        get: operations["monitors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last runs, newest first
         * @description Scope: `read`.
         */
        get: operations["listWhatIfs"];
        put?: never;
        /**
         * Play the same months of the same simulated people under two versions
         * @description One run at a time; ask for its progress and result by its id.
         *
         *     Scope: `operate`.
         */
        post: operations["startWhatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/what-if/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a run is, and what it came to
         * @description Scope: `read`.
         */
        get: operations["getWhatIf"];
        put?: never;
        post?: never;
        /**
         * Cancel a run that is under way
         * @description Scope: `operate`.
         */
        delete: operations["cancelWhatIf"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an outage or a restore left due
         * @description Scope: `read`.
         */
        get: operations["getHeld"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/held/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let go of what is held
         * @description It leaves at its rate, each one asked once more whether it is still true.
         *
         *     Scope: `operate`.
         */
        post: operations["releaseHeld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/held/withhold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withhold what is held, for good
         * @description Scope: `operate`.
         */
        post: operations["withholdHeld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/held/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what the gateways were handed in the lost time
         * @description After a restore: whoever was written to by then is not written to again for the same. A log in several calls; the last one says done.
         *
         *     Scope: `operate`.
         */
        post: operations["compareHeld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Do the books balance?
         * @description Scope: `read`.
         */
        get: operations["reconcile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in
         * @description For staff who are signed in.
         */
        get: operations["session"];
        put?: never;
        /**
         * Sign in: sets the cookie kairos_session
         * @description After five failures by a name or from an address it is refused for a while (Retry-After). "code" is asked for where there is a second factor.
         */
        post: operations["signIn"];
        /**
         * Sign out
         * @description For staff who are signed in.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How staff sign in beside name and password */
        get: operations["signInWays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sign in through the provider of identities: for a browser, which is sent there */
        get: operations["beginProviderSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the provider sends the browser back to; sets the cookie kairos_session
         * @description Whoever is turned away finds why in the address of the console: `sign-in=` expired, denied, provider-down, refused, unknown-account, disabled, no-role, too-many-attempts.
         */
        get: operations["endProviderSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password; all other sessions of this person end
         * @description For staff who are signed in.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take on a second factor (RFC 6238): begin, then confirm with a code
         * @description For staff who are signed in.
         */
        post: operations["secondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All staff accounts
         * @description Scope: `staff`.
         */
        get: operations["listStaff"];
        put?: never;
        /**
         * Make an account; its one-time password is shown this once
         * @description Scope: `staff`.
         */
        post: operations["createStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change name, roles, territories or language of a person; disable or enable them
         * @description The last administrator who can sign in stays one.
         *
         *     Scope: `staff`.
         */
        patch: operations["changeStaff"];
        trace?: never;
    };
    "/staff/{name}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a person a new one-time password; it is shown this once
         * @description Scope: `staff`.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All keys, without their secrets
         * @description Scope: `admin`.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make a key; it is shown this once
         * @description Scope: `admin`.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a key; it is refused after 5 s at the latest
         * @description Scope: `admin`.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit log
         * @description Scope: `audit`.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Walk a stretch of the chain: is every entry as it was written?
         * @description Scope: `audit`.
         */
        get: operations["checkAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who may be played
         * @description Scope: `stage`.
         */
        get: operations["getStage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stage/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invent a simulated customer, who has no account yet
         * @description Scope: `stage`.
         */
        post: operations["inventCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stage/wait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let time pass quickly, for the engine and all that it plans
         * @description Time never goes back. Sessions of staff go by the real clock.
         *
         *     Scope: `stage`.
         */
        post: operations["waitOnStage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stage/customers/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A simulated customer: the phone, what may happen, and the road of each event
         * @description Scope: `stage`.
         */
        get: operations["getScene"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stage/customers/{account}/happenings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let something happen: the simulated operator sends the facts of it
         * @description Scope: `stage`.
         */
        post: operations["happen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stage/customers/{account}/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Switch the phone on or off
         * @description Scope: `stage`.
         */
        put: operations["turnPhone"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stage/customers/{account}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a message with the phone; it goes through the centre and over the wire
         * @description Scope: `stage`.
         */
        post: operations["writeMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the process alive? */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Can it work?
         * @description Scope: `read`.
         */
        get: operations["readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prometheus metrics
         * @description Scope: `read`.
         */
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document
         * @description Scope: `read`.
         */
        get: operations["openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @example {
         *       "kind": "touchpoint",
         *       "value": "bill",
         *       "line": null,
         *       "days": 30,
         *       "reason": "bereavement, case 2026-118"
         *     }
         */
        BlockBody: {
            /** @enum {string} */
            kind: "touchpoint" | "rule";
            value: string;
            /**
             * @description Null: all lines of the account.
             * @default null
             */
            line?: string | null;
            /** @description For so long from now on; then it ends by itself. */
            days: number;
            /** @description Kept for good: name a case, not the person. */
            reason: string;
        };
        /**
         * @example {
         *       "note": ""
         *     }
         */
        BlockApprovalBody: {
            /** @default  */
            note?: string;
        };
        /**
         * @example {
         *       "note": "the customer wants them again"
         *     }
         */
        BlockWordBody: {
            note: string;
        };
        /**
         * @example {
         *       "number": "+8613800138000",
         *       "reason": {
         *         "case": "authenticated",
         *         "note": ""
         *       }
         *     }
         * @example {
         *       "account": "A17",
         *       "reason": {
         *         "case": "complaint",
         *         "note": "case 2026-118 of the ministry"
         *       }
         *     }
         */
        CustomerBody: {
            number?: string;
            account?: string;
            reason: {
                /**
                 * @description authenticated: the customer, or an agent of theirs, has proved who they are; judicial: an order of a court or the police; partner: one with an agreement and the consent of the customer; complaint: a body that handles complaints.
                 * @enum {string}
                 */
                case: "authenticated" | "judicial" | "partner" | "complaint";
                /**
                 * @description Which order, partner or complaint; may be empty only when authenticated.
                 * @default
                 */
                note?: string;
            };
        };
        /**
         * @example {
         *       "reason": "the customer asks which number is meant"
         *     }
         */
        UnmaskBody: {
            reason: string;
        };
        /**
         * @example {
         *       "note": "prices of November",
         *       "files": {
         *         "codes.yaml": "codes: {}\n"
         *       }
         *     }
         */
        SubmitBody: {
            /** @description Its name; made from the content if absent. */
            version?: string;
            note: string;
            /** @description The YAML text of each file by its path inside the rulebook. */
            files: {
                [key: string]: string;
            };
        };
        /**
         * @example {
         *       "note": "checked against the price list"
         *     }
         */
        ReviewBody: {
            note?: string;
        };
        /**
         * @example {}
         * @example {
         *       "at": "2026-11-30T16:00:00Z"
         *     }
         */
        PublishBody: {
            /**
             * Format: date-time
             * @description From when it is in force; at once if absent.
             */
            at?: string;
        };
        /**
         * @example {
         *       "reason": "wrong price goes out at noon"
         *     }
         */
        UntriedBody: {
            reason: string;
            /**
             * Format: date-time
             * @description From when it is in force; at once if absent.
             */
            at?: string;
        };
        /**
         * @example {
         *       "reason": "wrong price of the booster"
         *     }
         */
        RecallBody: {
            reason: string;
        };
        /**
         * @example {
         *       "version": "2026-11-01"
         *     }
         * @example {
         *       "version": "2026-11-01",
         *       "sample": 2000
         *     }
         */
        DryRunBody: {
            version?: string;
            /** @description The YAML text of each file by its path inside the rulebook. */
            files?: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description 30 days before "until" if absent.
             */
            from?: string;
            /**
             * Format: date-time
             * @description The end of what the journal has, if absent.
             */
            until?: string;
            /**
             * @description So many accounts, chosen by hash: the same ones at each run.
             * @default 10000
             */
            sample?: number;
        };
        /**
         * @example {
         *       "reason": "asked for it in writing, case 2026-118"
         *     }
         */
        ErasureBody: {
            /** @description Kept for good: name a case, not the person. */
            reason: string;
        };
        /**
         * @example {
         *       "reason": "the customer has deleted it",
         *       "isPresent": true
         *     }
         */
        ResendBody: {
            /** @description Goes into the audit log: name a case, not the person. */
            reason: string;
            /**
             * @description The customer is there and waits for it: rest hours do not hold it.
             * @default false
             */
            isPresent?: boolean;
            /** @description Names this request: sent twice, it is done once. */
            act?: string;
        };
        /**
         * @example {
         *       "note": "maintenance of the centre until 04:00"
         *     }
         */
        DrainBody: {
            /** @description Why; shown to everybody. */
            note: string;
        };
        /**
         * @example {
         *       "class": "real-time",
         *       "messagesPerSecond": 20,
         *       "unchecked": false,
         *       "note": "preview looked at"
         *     }
         */
        ReleaseBody: {
            /**
             * @description Only this one; absent: all, the most urgent first.
             * @enum {string}
             */
            class?: "code" | "real-time" | "notice" | "courtesy" | "marketing";
            /** @description From now on, for all that is released. */
            messagesPerSecond?: number;
            /**
             * @description After a restore, without a log compared: some may then be sent a second time.
             * @default false
             */
            unchecked?: boolean;
            /** @description Why; shown to everybody. */
            note: string;
        };
        /**
         * @example {
         *       "class": "marketing",
         *       "note": "the campaign is over"
         *     }
         */
        WithholdBody: {
            /**
             * @description Only this one; absent: all, the most urgent first.
             * @enum {string}
             */
            class?: "code" | "real-time" | "notice" | "courtesy" | "marketing";
            /** @description Why; shown to everybody. */
            note: string;
        };
        /**
         * @example {
         *       "gateway": "sms-north",
         *       "entries": [
         *         {
         *           "number": "13800138000",
         *           "at": "2026-11-19T18:20:00+08:00",
         *           "messageId": "71002"
         *         }
         *       ],
         *       "done": true
         *     }
         */
        CompareBody: {
            /** @description Its name in the settings; absent: not known. */
            gateway?: string;
            entries: {
                /** @description As the gateway wrote it: with or without country code. */
                number: string;
                /** Format: date-time */
                at: string;
                messageId?: string;
            }[];
            /** @description This was the last of it: the log is complete. */
            done: boolean;
        };
        /**
         * @example {
         *       "name": "li",
         *       "scopes": [
         *         "read",
         *         "rulebook:review"
         *       ]
         *     }
         */
        KeyBody: {
            name: string;
            scopes: ("events:write" | "read" | "customers" | "unmask" | "assist" | "blocks:approve" | "export" | "operate" | "rulebook:write" | "rulebook:review" | "rulebook:try" | "audit" | "staff" | "erase" | "admin" | "stage")[];
        };
        /**
         * @example {
         *       "kind": "rule",
         *       "value": "data-used-80",
         *       "note": "wrong amounts since 09:00"
         *     }
         * @example {
         *       "kind": "all",
         *       "value": "all",
         *       "note": "network fault"
         *     }
         */
        PauseBody: {
            /** @enum {string} */
            kind: "all" | "rule" | "channel" | "scope" | "version";
            /** @description Rule id, channel, scope such as city/taizhou, rulebook version; "all" for kind all. */
            value: string;
            /** @description Why; shown to everybody. */
            note: string;
        };
        /**
         * @example {
         *       "brand": "easyown",
         *       "planId": "easyown-28"
         *     }
         */
        InventedCustomerBody: {
            /** @enum {string} */
            brand: "gotone" | "easyown" | "m-zone";
            planId: string;
            /** @default [] */
            packIds?: string[];
            /**
             * @default prepaid
             * @enum {string}
             */
            payMode?: "prepaid" | "postpaid";
            /** @default 0 */
            star?: number;
            /**
             * @default none
             * @enum {string}
             */
            vip?: "none" | "silver" | "gold" | "diamond";
            /**
             * @default zh-CN
             * @enum {string}
             */
            language?: "zh-CN" | "en";
            /** @default zhejiang */
            province?: string;
            /** @default taizhou */
            city?: string;
            balanceMicroYuan?: number;
            /**
             * @description Preferred.
             * @enum {string}
             */
            channel?: "sms" | "voice" | "email" | "push";
            /** @default false */
            marketingConsent?: boolean;
            /** @default 400 */
            joinedDaysAgo?: number;
        };
        /**
         * @example {
         *       "version": "2026-11-01",
         *       "event": {
         *         "specversion": "1.0",
         *         "id": "t-1",
         *         "source": "trial",
         *         "type": "query.performed",
         *         "subject": "account:invented",
         *         "time": "2026-11-20T10:00:00+08:00",
         *         "data": {
         *           "kind": "location",
         *           "channel": "web",
         *           "verifiedBy": "service-password"
         *         }
         *       },
         *       "customer": {
         *         "brand": "easyown",
         *         "planId": "easyown-28"
         *       }
         *     }
         */
        TryBody: {
            version?: string;
            /** @description Instead of a version. */
            files?: {
                [key: string]: string;
            };
            /** @description A fact as POST /events takes it: CloudEvents 1.0 in JSON. */
            event: {
                [key: string]: unknown;
            };
            /**
             * @description Facts that the customer is told to have had before, in this order.
             * @default []
             */
            before?: {
                [key: string]: unknown;
            }[];
            customer: components["schemas"]["InventedCustomerBody"];
        };
        /**
         * @example {
         *       "version": "2026-11-01",
         *       "event": {
         *         "specversion": "1.0",
         *         "id": "t-1",
         *         "source": "trial",
         *         "type": "query.performed",
         *         "subject": "account:invented",
         *         "time": "2026-11-20T10:00:00+08:00",
         *         "data": {
         *           "kind": "location",
         *           "channel": "web",
         *           "verifiedBy": "service-password"
         *         }
         *       }
         *     }
         */
        TryCustomerBody: {
            version?: string;
            /** @description Instead of a version. */
            files?: {
                [key: string]: string;
            };
            /** @description A fact as POST /events takes it: CloudEvents 1.0 in JSON. */
            event: {
                [key: string]: unknown;
            };
            /**
             * @description Facts that the customer is told to have had before, in this order.
             * @default []
             */
            before?: {
                [key: string]: unknown;
            }[];
            line?: string;
        };
        /**
         * @example {
         *       "ids": [
         *         "4711"
         *       ]
         *     }
         * @example {
         *       "reason": "unknown-line"
         *     }
         */
        ReplayBody: {
            ids?: string[];
            /**
             * @description All of this reason, the oldest facts first, at most 1,000 per call.
             * @enum {string}
             */
            reason?: "from-the-future" | "too-late-to-check" | "conflict" | "unknown-line" | "too-many-lines" | "number-in-use" | "decision-failed" | "commit-refused";
        };
        /**
         * @description An empty object.
         * @example {}
         */
        EmptyBody: Record<string, never>;
        /**
         * @example {
         *       "event": {
         *         "specversion": "1.0",
         *         "source": "urn:boss:taizhou",
         *         "id": "b-20261120-000017",
         *         "type": "usage.reported",
         *         "time": "2026-11-20T00:15:30.000Z",
         *         "subject": "tel:+8613800138000",
         *         "data": {}
         *       },
         *       "reason": "the billing system had sent the wrong year"
         *     }
         */
        CorrectBody: {
            /** @description The whole event as it should have come, with the same source and id (see docs/events). */
            event: {
                [key: string]: unknown;
            };
            /**
             * @description Only look whether it could be taken in.
             * @default false
             */
            check?: boolean;
            /** @description Why; needed unless it is only checked. */
            reason?: string;
        };
        /**
         * @example {
         *       "reason": "test data of the billing migration"
         *     }
         */
        DiscardBody: {
            reason: string;
        };
        /**
         * @example {
         *       "name": "wang",
         *       "displayName": "王丽",
         *       "roles": [
         *         "agent"
         *       ],
         *       "territories": [
         *         "city/taizhou"
         *       ],
         *       "locale": "zh-CN"
         *     }
         */
        StaffBody: {
            name: string;
            displayName?: string;
            roles: ("viewer" | "agent" | "editor" | "reviewer" | "operator" | "auditor" | "administrator")[];
            /**
             * @description Where this person may look at customers; none is everywhere.
             * @default []
             */
            territories?: string[];
            /**
             * @default zh-CN
             * @enum {string}
             */
            locale?: "zh-CN" | "en";
        };
        /**
         * @description What is left out stays. Other roles or territories, or disabling, end the sessions of this person.
         * @example {
         *       "roles": [
         *         "agent",
         *         "viewer"
         *       ]
         *     }
         * @example {
         *       "disabled": true
         *     }
         */
        StaffChangeBody: {
            displayName?: string;
            roles?: ("viewer" | "agent" | "editor" | "reviewer" | "operator" | "auditor" | "administrator")[];
            /** @description Where this person may look at customers; none is everywhere. */
            territories?: string[];
            /** @enum {string} */
            locale?: "zh-CN" | "en";
            disabled?: boolean;
        };
        /**
         * @example {
         *       "name": "wang",
         *       "password": "three words and a number 7"
         *     }
         */
        SignInBody: {
            name: string;
            password: string;
            code?: string;
        };
        /**
         * @example {
         *       "current": "k7qpx-m2hwd-z9rtb-c4nfy",
         *       "next": "three words and a number 7"
         *     }
         */
        PasswordBody: {
            current: string;
            next: string;
        };
        /**
         * @example {}
         * @example {
         *       "code": "287082"
         *     }
         */
        TotpBody: {
            /** @description Left out it begins; sent it confirms. */
            code?: string;
        };
        /**
         * @example {
         *       "changes": {
         *         "wording/en/10-data-usage.yaml": "templates: {}\n"
         *       },
         *       "language": "en"
         *     }
         */
        CheckBody: {
            /** @description Whose files are changed; the version in force if absent. */
            against?: string;
            /** @description The new text of each changed file by its path; null takes the file out. */
            changes: {
                [key: string]: string | null;
            };
            /**
             * @description Of messages and hints.
             * @default en
             * @enum {string}
             */
            language?: "zh-CN" | "en";
        };
        /**
         * @example {
         *       "changes": {},
         *       "template": "data-used-80",
         *       "language": "en"
         *     }
         */
        PreviewBody: {
            /** @description Whose files are changed; the version in force if absent. */
            against?: string;
            /** @description The new text of each changed file by its path; null takes the file out. */
            changes: {
                [key: string]: string | null;
            };
            /**
             * @description Of messages and hints.
             * @default en
             * @enum {string}
             */
            language?: "zh-CN" | "en";
            template: string;
            /**
             * @default sms
             * @enum {string}
             */
            channel?: "sms" | "voice" | "email" | "push" | "staff-call";
        };
        /**
         * @example {
         *       "number": "+8613800138000",
         *       "limit": 50
         *     }
         * @example {
         *       "account": "A17",
         *       "line": "L17"
         *     }
         */
        TimelineBody: {
            number?: string;
            /** @description With "line", instead of a number. */
            account?: string;
            line?: string;
            /**
             * Format: date-time
             * @description Who held the number at this moment; now if absent.
             */
            at?: string;
            /** @description The value of "next" of the page before. */
            after?: string;
            /** @default 50 */
            limit?: number;
        };
        /**
         * @example {
         *       "version": "r-5e0c1a",
         *       "customers": 300,
         *       "months": 1
         *     }
         */
        WhatIfBody: {
            version: string;
            /** @description The version in force, if absent. */
            against?: string;
            /**
             * @description The same seed, the same people.
             * @default what-if
             */
            seed?: string;
            /** @default 300 */
            customers?: number;
            /** @description The first month that is played. */
            month?: string;
            /** @default 1 */
            months?: number;
        };
        /**
         * @example {
         *       "brand": "gotone",
         *       "language": "zh-CN"
         *     }
         */
        InventBody: {
            /** @enum {string} */
            brand: "gotone" | "easyown" | "m-zone";
            /** @enum {string} */
            language: "zh-CN" | "en";
        };
        /**
         * @example {
         *       "what": "use-data"
         *     }
         * @example {
         *       "what": "arrive-abroad",
         *       "mcc": "520"
         *     }
         */
        HappenBody: {
            /** @enum {string} */
            what: "open-account" | "use-data" | "make-calls" | "top-up" | "change-plan" | "keep-plan" | "order-service" | "cancel-service" | "ask-call-details" | "arrive-abroad" | "return-home" | "lose-phone" | "replace-card";
            /**
             * @description Of arrive-abroad: the mobile country code; Thailand unless told.
             * @enum {string}
             */
            mcc?: "222" | "310" | "440" | "454" | "520";
        };
        /**
         * @example {
         *       "isOn": false
         *     }
         */
        PhoneBody: {
            isOn: boolean;
        };
        /**
         * @example {
         *       "text": "2651"
         *     }
         */
        WriteBody: {
            text: string;
        };
        /**
         * @example {
         *       "until": "a-day"
         *     }
         */
        WaitBody: {
            /** @enum {string} */
            until: "a-while" | "morning" | "a-day" | "month";
        };
        /**
         * @description Something that staff should look at.
         * @example {
         *       "id": "12",
         *       "kind": "source-quiet",
         *       "account": null,
         *       "line": null,
         *       "at": "2026-11-20T00:16:02.000Z",
         *       "note": "urn:boss:taizhou has been quiet for 1 h",
         *       "closedAt": null
         *     }
         */
        Alarm: {
            id: string;
            kind: string;
            account: string | null;
            line: string | null;
            /** Format: date-time */
            at: string;
            note: string;
            closedAt: string | null;
        };
        /** @description Newest first. */
        AlarmPage: {
            items: components["schemas"]["Alarm"][];
            /** @description Cursor of the next page; null when this is the last. */
            next: string | null;
        };
        /**
         * @description What somebody did, or whom they looked at.
         * @example {
         *       "seq": 4711,
         *       "at": "2026-11-20T00:16:02.000Z",
         *       "actorKind": "staff",
         *       "actor": "wang",
         *       "action": "customer.open",
         *       "object": "A17",
         *       "reason": "complaint: case 2026-118 of the ministry",
         *       "details": {
         *         "until": "2026-11-20T00:46:02.000Z"
         *       },
         *       "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
         *     }
         */
        AuditEntry: {
            seq: number;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            actorKind: "key" | "staff" | "system";
            actor: string;
            action: string;
            object: string;
            reason: string | null;
            details: {
                [key: string]: unknown;
            };
            /** @description SHA-256, hex. */
            hash: string;
        };
        /** @description Newest first. */
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            /** @description Cursor of the next page; null when this is the last. */
            next: string | null;
        };
        /**
         * @description Whether a stretch of the chain is intact.
         * @example {
         *       "last": 4711,
         *       "next": null,
         *       "broken": null,
         *       "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
         *     }
         */
        AuditCheck: {
            /** @description The last entry that is in order. */
            last: number;
            /** @description Where to go on; null when all was walked, or it broke. */
            next: string | null;
            /** @description The first entry that is not as it was written. */
            broken: {
                seq: number;
                /** @enum {string} */
                what: "changed" | "missing" | "added";
            } | null;
            /** @description Of the last entry: noted elsewhere, it proves all that came before. */
            hash: string | null;
        };
        /**
         * @description Reminders that staff keep from a customer for a time (NF-12), approved by a second person.
         * @example {
         *       "id": "7",
         *       "account": "A17",
         *       "line": null,
         *       "kind": "touchpoint",
         *       "value": "bill",
         *       "until": "2026-12-01T00:00:00.000Z",
         *       "state": "approved",
         *       "asked": {
         *         "by": "wang",
         *         "at": "2026-11-20T01:20:00.000Z",
         *         "reason": "bereavement, case 2026-118"
         *       },
         *       "decided": {
         *         "by": "li",
         *         "at": "2026-11-20T01:40:00.000Z",
         *         "note": ""
         *       },
         *       "lifted": null,
         *       "goOn": []
         *     }
         */
        Block: {
            id: string;
            account: string;
            line: string | null;
            /** @enum {string} */
            kind: "touchpoint" | "rule";
            value: string;
            /** Format: date-time */
            until: string;
            /**
             * @description asked → approved or refused; approved → lifted before its time, or ended; asked → lifted when it was taken back, ended when nobody decided in time.
             * @enum {string}
             */
            state: "asked" | "approved" | "refused" | "lifted" | "ended";
            asked: {
                by: string;
                /** Format: date-time */
                at: string;
                reason: string;
            };
            decided: {
                by: string;
                /** Format: date-time */
                at: string;
                note: string;
            } | null;
            lifted: {
                by: string;
                /** Format: date-time */
                at: string;
                note: string;
            } | null;
            /** @description Rules of the touchpoint that are sent all the same: they must be told. */
            goOn: string[];
        };
        /** @description Newest first, at most a hundred. */
        BlockList: {
            items: components["schemas"]["Block"][];
        };
        /** @description Newest first. */
        BlockPage: {
            items: components["schemas"]["Block"][];
            /** @description Cursor of the next page; null when this is the last. */
            next: string | null;
        };
        /**
         * @description A customer opened for a reason; without lines when the person was erased.
         * @example {
         *       "account": "A17",
         *       "lines": [
         *         {
         *           "line": "L17",
         *           "numberMasked": "+86138****8000",
         *           "brand": "gotone",
         *           "payMode": "postpaid",
         *           "star": 3,
         *           "language": "zh-CN",
         *           "province": "zhejiang",
         *           "city": "taizhou",
         *           "openedAt": "2024-02-29T02:00:00.000Z",
         *           "closedAt": null,
         *           "isAsked": true
         *         }
         *       ],
         *       "until": "2026-11-20T00:46:02.000Z"
         *     }
         */
        Customer: {
            account: string;
            lines: {
                line: string;
                /** @description Null when it is no longer known. */
                numberMasked: string | null;
                brand: string;
                payMode: string;
                star: number;
                language: string;
                province: string;
                city: string;
                /** Format: date-time */
                openedAt: string;
                closedAt: string | null;
                /** @description It is the line of the number that was asked for. */
                isAsked: boolean;
            }[];
            /** @description How long staff may look at this customer; null for keys. */
            until: string | null;
        };
        /**
         * @description The numbers of a customer in full.
         * @example {
         *       "account": "A17",
         *       "lines": [
         *         {
         *           "line": "L17",
         *           "number": "+8613800138000"
         *         }
         *       ]
         *     }
         */
        Unmasked: {
            account: string;
            lines: {
                line: string;
                number: string | null;
            }[];
        };
        /**
         * @example {
         *       "id": "gateway",
         *       "lane": "backstage",
         *       "order": 8,
         *       "title": {
         *         "zh-CN": "网关发送",
         *         "en": "The gateway sends"
         *       },
         *       "to": [
         *         "read-reminder"
         *       ],
         *       "department": "network",
         *       "failure": {
         *         "zh-CN": "催缴没有送达",
         *         "en": "The reminder never arrives"
         *       },
         *       "indicator": "reached",
         *       "toBeAdded": false,
         *       "measures": "delivered",
         *       "rules": [
         *         "low-balance"
         *       ]
         *     }
         */
        BlueprintStep: {
            id: string;
            /** @enum {string} */
            lane: "customer" | "frontstage" | "backstage" | "support" | "evidence";
            /** @description Column, from 1; one step of a lane in each. */
            order: number;
            title: {
                "zh-CN": string;
                en: string;
            };
            /** @description Steps of the same column or later ones. */
            to: string[];
            /** @description First responsible. */
            department: ("marketing" | "business-support" | "network") | null;
            /** @description A failure point F: what can go wrong. */
            failure: {
                "zh-CN": string;
                en: string;
            } | null;
            /** @description The perception indicator that it decides. */
            indicator: string | null;
            /** @description A work item that is still to be added. */
            toBeAdded: boolean;
            /** @description The system performs it: which figure of its rules it has. */
            measures: ("triggered" | "generated" | "submitted" | "delivered" | "known") | null;
            rules: string[];
        };
        /**
         * @example {
         *       "version": "2026-11-01",
         *       "touchpoint": "low-balance",
         *       "title": {
         *         "zh-CN": "余额不足",
         *         "en": "Low balance"
         *       },
         *       "scenario": {
         *         "zh-CN": "余额走低。",
         *         "en": "A balance runs low."
         *       },
         *       "lines": [
         *         "outer-interaction",
         *         "visibility",
         *         "inner-interaction"
         *       ],
         *       "indicators": [
         *         {
         *           "id": "reached",
         *           "title": {
         *             "zh-CN": "催缴能收到",
         *             "en": "Reminders do arrive"
         *           }
         *         }
         *       ],
         *       "steps": [
         *         {
         *           "id": "gateway",
         *           "lane": "backstage",
         *           "order": 8,
         *           "title": {
         *             "zh-CN": "网关发送",
         *             "en": "The gateway sends"
         *           },
         *           "to": [
         *             "read-reminder"
         *           ],
         *           "department": "network",
         *           "failure": {
         *             "zh-CN": "催缴没有送达",
         *             "en": "The reminder never arrives"
         *           },
         *           "indicator": "reached",
         *           "toBeAdded": false,
         *           "measures": "delivered",
         *           "rules": [
         *             "low-balance"
         *           ]
         *         }
         *       ],
         *       "source": [
         *         "TP8-18"
         *       ]
         *     }
         */
        Blueprint: {
            /** @description Of the rulebook in force. */
            version: string;
            touchpoint: string;
            title: {
                "zh-CN": string;
                en: string;
            };
            scenario: {
                "zh-CN": string;
                en: string;
            };
            /** @description The first lies under the lane of customers. */
            lines: ("outer-interaction" | "visibility" | "inner-interaction" | "information-technology")[];
            indicators: {
                id: string;
                title: {
                    "zh-CN": string;
                    en: string;
                };
            }[];
            steps: components["schemas"]["BlueprintStep"][];
            /** @description Requirements. */
            source: string[];
        };
        /**
         * @description In the order of the rulebook.
         * @example {
         *       "version": "2026-11-01",
         *       "items": [
         *         {
         *           "touchpoint": "low-balance",
         *           "title": {
         *             "zh-CN": "余额不足",
         *             "en": "Low balance"
         *           },
         *           "failurePoints": 7
         *         }
         *       ]
         *     }
         */
        BlueprintList: {
            version: string;
            items: {
                touchpoint: string;
                title: {
                    "zh-CN": string;
                    en: string;
                };
                failurePoints: number;
            }[];
        };
        /** @description What is wrong where in a rulebook, and what to write instead. */
        RulebookFault: {
            file: string;
            line: number;
            column: number;
            length: number;
            /** @enum {string} */
            severity: "error" | "warning";
            code: string;
            message: string;
            hint: string;
        };
        /**
         * @description draft → reviewed (by another key) → published → recalled.
         * @example {
         *       "version": "2026-11-01",
         *       "state": "reviewed",
         *       "inForce": false,
         *       "note": "prices of November",
         *       "submitted": {
         *         "by": "wang",
         *         "at": "2026-10-28T02:00:00.000Z"
         *       },
         *       "reviewed": {
         *         "by": "li",
         *         "at": "2026-10-28T03:00:00.000Z"
         *       },
         *       "published": null,
         *       "recalled": null
         *     }
         */
        RulebookVersion: {
            version: string;
            /** @enum {string} */
            state: "draft" | "reviewed" | "published" | "recalled";
            inForce: boolean;
            note: string;
            submitted: {
                by: string;
                /** Format: date-time */
                at: string;
            };
            reviewed: {
                by: string;
                /** Format: date-time */
                at: string;
            } | null;
            /** @description "at": from when it is in force. */
            published: {
                by: string;
                /** Format: date-time */
                at: string;
            } | null;
            recalled: {
                by: string;
                /** Format: date-time */
                at: string;
            } | null;
        };
        /**
         * @description The YAML text of each file by its path inside the rulebook, as submitted.
         * @example {
         *       "version": "2026-11-01",
         *       "files": {
         *         "codes.yaml": "codes: {}\n"
         *       }
         *     }
         */
        RulebookFiles: {
            version: string;
            files: {
                [key: string]: string;
            };
        };
        /** @description The draft, and what is doubtful about it. */
        Submitted: {
            version: components["schemas"]["RulebookVersion"];
            warnings: components["schemas"]["RulebookFault"][];
        };
        /** @description Newest first. */
        RulebookVersionPage: {
            items: components["schemas"]["RulebookVersion"][];
            /** @description Cursor of the next page; null when this is the last. */
            next: string | null;
        };
        Recalled: {
            version: components["schemas"]["RulebookVersion"];
            /** @description Planned reminders that will now be withheld. */
            withheld: number;
        };
        /**
         * @description What changes in content, as a reviewer reads it.
         * @example {
         *       "before": "2026-10-01",
         *       "after": "2026-11-01",
         *       "changes": [
         *         {
         *           "part": "wording",
         *           "id": "data-used-80",
         *           "kind": "changed",
         *           "fields": [
         *             {
         *               "field": "en",
         *               "before": "You used 80%.",
         *               "after": "You have used 80%."
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        RulebookDiff: {
            before: string | null;
            after: string;
            changes: {
                /** @enum {string} */
                part: "rule" | "wording" | "code" | "catalogue" | "policy" | "blueprint";
                id: string;
                /** @enum {string} */
                kind: "added" | "removed" | "changed";
                fields: {
                    /** @description Dotted; empty for the thing as a whole. */
                    field: string;
                    before: unknown;
                    after: unknown;
                }[];
            }[];
        };
        /**
         * @description running → finished, failed or cancelled.
         * @example {
         *       "id": "7",
         *       "version": "2026-11-01",
         *       "content": "r-0f31c9a8d2e4",
         *       "before": "2026-10-01",
         *       "state": "finished",
         *       "note": "",
         *       "by": "wang",
         *       "from": "2026-10-21T02:00:00.000Z",
         *       "until": "2026-11-20T02:00:00.000Z",
         *       "sample": 10000,
         *       "startedAt": "2026-11-20T02:00:00.000Z",
         *       "finishedAt": "2026-11-20T02:02:11.000Z",
         *       "done": 10000,
         *       "of": 10000,
         *       "accounts": 812004,
         *       "hourlyMax": 9120
         *     }
         */
        DryRun: {
            id: string;
            /** @description What is tried; of files their hash. */
            version: string;
            /** @description Hash of its files: only this very content may be published. */
            content: string;
            /** @description What it is compared with, the version in force; null when none loads. */
            before: string | null;
            /** @enum {string} */
            state: "running" | "finished" | "failed" | "cancelled";
            note: string;
            by: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            sample: number;
            /** Format: date-time */
            startedAt: string;
            finishedAt: string | null;
            /** @description Accounts played so far … */
            done: number;
            /** @description … of so many sampled. */
            of: number;
            /** @description All accounts there are; known at the end. */
            accounts: number | null;
            /** @description Messages of the fullest hour, scaled to all accounts; twice as many and the version is paused. Null when there was nothing to try it on. */
            hourlyMax: number | null;
        };
        /** @description Newest first. */
        DryRunPage: {
            items: components["schemas"]["DryRun"][];
            /** @description Cursor of the next page; null when this is the last. */
            next: string | null;
        };
        /**
         * @example {
         *       "messages": 12,
         *       "parts": 13,
         *       "costMicroYuan": 390000,
         *       "withheld": 2
         *     }
         */
        DryRunSum: {
            /** @description Handed over, each rung of a ladder by itself. */
            messages: number;
            parts: number;
            /** @description Channels without a price count nothing. */
            costMicroYuan: number;
            withheld: number;
        };
        /**
         * @description What the version would have changed, in figures of the sample: before, as in force; after, had it been published at the begin of the period. Everybody is taken to be sendable to, and nothing to be paused.
         * @example {
         *       "run": {
         *         "id": "7",
         *         "version": "2026-11-01",
         *         "content": "r-0f31c9a8d2e4",
         *         "before": "2026-10-01",
         *         "state": "finished",
         *         "note": "",
         *         "by": "wang",
         *         "from": "2026-10-21T02:00:00.000Z",
         *         "until": "2026-11-20T02:00:00.000Z",
         *         "sample": 10000,
         *         "startedAt": "2026-11-20T02:00:00.000Z",
         *         "finishedAt": "2026-11-20T02:02:11.000Z",
         *         "done": 10000,
         *         "of": 10000,
         *         "accounts": 812004,
         *         "hourlyMax": 9120
         *       },
         *       "accounts": 10000,
         *       "startIncomplete": 7310,
         *       "leftOut": 0,
         *       "facts": 201112,
         *       "failed": 0,
         *       "outcomes": {
         *         "recorded": 8,
         *         "assumed": 1
         *       },
         *       "total": {
         *         "before": {
         *           "messages": 12,
         *           "parts": 13,
         *           "costMicroYuan": 390000,
         *           "withheld": 2
         *         },
         *         "after": {
         *           "messages": 9,
         *           "parts": 9,
         *           "costMicroYuan": 270000,
         *           "withheld": 5
         *         }
         *       },
         *       "touchpoints": [
         *         {
         *           "of": "data-usage",
         *           "before": {
         *             "messages": 12,
         *             "parts": 13,
         *             "costMicroYuan": 390000,
         *             "withheld": 2
         *           },
         *           "after": {
         *             "messages": 9,
         *             "parts": 9,
         *             "costMicroYuan": 270000,
         *             "withheld": 5
         *           }
         *         }
         *       ],
         *       "rules": [
         *         {
         *           "of": "data-used-80",
         *           "before": {
         *             "messages": 12,
         *             "parts": 13,
         *             "costMicroYuan": 390000,
         *             "withheld": 2
         *           },
         *           "after": {
         *             "messages": 9,
         *             "parts": 9,
         *             "costMicroYuan": 270000,
         *             "withheld": 5
         *           }
         *         }
         *       ],
         *       "brands": [
         *         {
         *           "of": "gotone",
         *           "before": {
         *             "messages": 12,
         *             "parts": 13,
         *             "costMicroYuan": 390000,
         *             "withheld": 2
         *           },
         *           "after": {
         *             "messages": 9,
         *             "parts": 9,
         *             "costMicroYuan": 270000,
         *             "withheld": 5
         *           }
         *         }
         *       ],
         *       "channels": [
         *         {
         *           "of": "sms",
         *           "before": {
         *             "messages": 12,
         *             "parts": 13,
         *             "costMicroYuan": 390000,
         *             "withheld": 2
         *           },
         *           "after": {
         *             "messages": 9,
         *             "parts": 9,
         *             "costMicroYuan": 270000,
         *             "withheld": 5
         *           }
         *         }
         *       ],
         *       "reasons": [
         *         {
         *           "reason": "frequency-cap",
         *           "before": 2,
         *           "after": 5
         *         }
         *       ],
         *       "lines": {
         *         "before": {
         *           "told": 11,
         *           "often": 0
         *         },
         *         "after": {
         *           "told": 9,
         *           "often": 0
         *         }
         *       },
         *       "days": [
         *         {
         *           "day": "2026-11-01",
         *           "before": 12,
         *           "after": 9
         *         }
         *       ],
         *       "peak": {
         *         "before": {
         *           "at": "2026-11-01T00:00:00.000Z",
         *           "messages": 4
         *         },
         *         "after": null
         *       },
         *       "examples": [
         *         {
         *           "account": "A17",
         *           "rule": "data-used-80",
         *           "kind": "removed",
         *           "at": "2026-11-01T01:20:00.000Z"
         *         }
         *       ],
         *       "examplesLeftOut": 0
         *     }
         */
        DryRunResult: {
            run: components["schemas"]["DryRun"];
            /** @description Played. */
            accounts: number;
            /** @description Of these, opened before the journal begins: they start with their lines as they stand today. */
            startIncomplete: number;
            leftOut: number;
            facts: number;
            /** @description Decisions that failed, of either side. */
            failed: number;
            /** @description What became of messages: as recorded, or as usual for that line. */
            outcomes: {
                recorded: number;
                assumed: number;
            };
            total: {
                before: components["schemas"]["DryRunSum"];
                after: components["schemas"]["DryRunSum"];
            };
            touchpoints: {
                of: string;
                before: components["schemas"]["DryRunSum"];
                after: components["schemas"]["DryRunSum"];
            }[];
            rules: {
                of: string;
                before: components["schemas"]["DryRunSum"];
                after: components["schemas"]["DryRunSum"];
            }[];
            brands: {
                of: string;
                before: components["schemas"]["DryRunSum"];
                after: components["schemas"]["DryRunSum"];
            }[];
            channels: {
                of: string;
                before: components["schemas"]["DryRunSum"];
                after: components["schemas"]["DryRunSum"];
            }[];
            reasons: {
                reason: string;
                before: number;
                after: number;
            }[];
            lines: {
                before: {
                    told: number;
                    /** @description Told more than 10 times. */
                    often: number;
                };
                after: {
                    told: number;
                    /** @description Told more than 10 times. */
                    often: number;
                };
            };
            /** @description Messages by day, Beijing time. */
            days: {
                /** Format: date */
                day: string;
                before: number;
                after: number;
            }[];
            /** @description The fullest sixty minutes of the sample. */
            peak: {
                before: {
                    /** Format: date-time */
                    at: string;
                    messages: number;
                } | null;
                after: {
                    /** Format: date-time */
                    at: string;
                    messages: number;
                } | null;
            };
            /** @description At most 200; "changed": another text. */
            examples: {
                account: string;
                rule: string;
                /** @enum {string} */
                kind: "added" | "removed" | "changed";
                /** Format: date-time */
                at: string;
            }[];
            examplesLeftOut: number;
        };
        /**
         * @description A person who was erased: who did it, when, why, and how much went.
         * @example {
         *       "id": "3",
         *       "account": "A17",
         *       "at": "2026-11-20T00:16:02.000Z",
         *       "by": "li",
         *       "reason": "asked for it in writing, case 2026-118",
         *       "numbers": 1,
         *       "texts": 42,
         *       "events": 0,
         *       "withheld": 2
         *     }
         */
        Erasure: {
            id: string;
            account: string;
            /** Format: date-time */
            at: string;
            /** @description The name of the key. */
            by: string;
            reason: string;
            /** @description Numbers that nobody is found by any more. */
            numbers: number;
            /** @description Messages whose text is gone. */
            texts: number;
            /** @description Events set aside or waiting whose content is gone. */
            events: number;
            /** @description Reminders that were not sent for it. */
            withheld: number;
        };
        /** @description Newest first. */
        ErasurePage: {
            items: components["schemas"]["Erasure"][];
            /** @description Cursor of the next page; null when this is the last. */
            next: string | null;
        };
        /**
         * @example {
         *       "id": "A17/L17/data-used-80/2026-11",
         *       "account": "A17",
         *       "line": "L17",
         *       "touchpoint": "data-usage",
         *       "rule": "data-used-80",
         *       "template": "data-used-80",
         *       "version": "2026-11-01",
         *       "class": "real-time",
         *       "state": "delivered",
         *       "reason": null,
         *       "due": "2026-11-20T00:16:02.000Z",
         *       "usefulUntil": "2026-11-20T02:16:02.000Z",
         *       "channel": "sms",
         *       "plannedAt": "2026-11-20T00:16:02.000Z",
         *       "concludedAt": "2026-11-20T00:16:05.000Z"
         *     }
         */
        ReminderSummary: {
            id: string;
            account: string;
            /** @description The line that is told, or the contact, as contact:ID. */
            line: string;
            touchpoint: string;
            rule: string;
            template: string;
            /** @description Rulebook version. */
            version: string;
            /** @enum {string} */
            class: "code" | "real-time" | "notice" | "courtesy" | "marketing";
            /** @enum {string} */
            state: "planned" | "attempted" | "delivered" | "failed" | "expired" | "unconfirmed" | "withheld";
            /** @description Why it was withheld. */
            reason: ("not-allowed" | "no-consent" | "unsubscribed" | "blocked" | "once-per" | "superseded" | "merged" | "told-recently" | "frequency-cap" | "moot" | "too-late" | "published-late" | "stale-facts" | "recalled" | "paused" | "no-channel" | "incomplete" | "too-long" | "line-closed" | "erased" | "maybe-sent" | "held-back") | null;
            /** Format: date-time */
            due: string;
            /** Format: date-time */
            usefulUntil: string;
            /** @enum {string} */
            channel: "sms" | "voice" | "email" | "push" | "staff-call";
            /** Format: date-time */
            plannedAt: string;
            concludedAt: string | null;
        };
        /** @description One hand-over of a reminder to a gateway. */
        Attempt: {
            id: string;
            /** @enum {string} */
            channel: "sms" | "voice" | "email" | "push" | "staff-call";
            gateway: string;
            language: string;
            /** @description Null once blanked (codes and passwords) or erased. */
            text: string | null;
            encoding: string;
            parts: number;
            /** @enum {string} */
            state: "decided" | "accepted" | "in-doubt" | "concluded";
            /** Format: date-time */
            decidedAt: string;
            /** Format: date-time */
            validUntil: string;
            answeredAt: string | null;
            concludedAt: string | null;
            outcome: string | null;
            /** @description The gateway's own code. */
            code: string | null;
        };
        /**
         * @description A reminder with everything that its decision rested on (G9).
         * @example {
         *       "id": "A17/L17/data-used-80/2026-11",
         *       "account": "A17",
         *       "line": "L17",
         *       "touchpoint": "data-usage",
         *       "rule": "data-used-80",
         *       "template": "data-used-80",
         *       "version": "2026-11-01",
         *       "class": "real-time",
         *       "state": "delivered",
         *       "reason": null,
         *       "due": "2026-11-20T00:16:02.000Z",
         *       "usefulUntil": "2026-11-20T02:16:02.000Z",
         *       "channel": "sms",
         *       "plannedAt": "2026-11-20T00:16:02.000Z",
         *       "concludedAt": "2026-11-20T00:16:05.000Z",
         *       "cause": {
         *         "source": "urn:boss:taizhou",
         *         "id": "b-20261120-000017",
         *         "time": "2026-11-20T00:16:02.000Z"
         *       },
         *       "facts": {
         *         "usedPercent": 80
         *       },
         *       "steps": [
         *         "consent: not needed",
         *         "time: at once"
         *       ],
         *       "group": null,
         *       "order": 0,
         *       "trail": [
         *         {
         *           "at": "2026-11-20T00:16:02.000Z",
         *           "state": "planned",
         *           "reason": null,
         *           "note": "planned",
         *           "due": "2026-11-20T00:16:02.000Z"
         *         }
         *       ],
         *       "contact": null,
         *       "attempts": [],
         *       "erased": null
         *     }
         */
        Reminder: {
            id: string;
            account: string;
            /** @description The line that is told, or the contact, as contact:ID. */
            line: string;
            touchpoint: string;
            rule: string;
            template: string;
            /** @description Rulebook version. */
            version: string;
            /** @enum {string} */
            class: "code" | "real-time" | "notice" | "courtesy" | "marketing";
            /** @enum {string} */
            state: "planned" | "attempted" | "delivered" | "failed" | "expired" | "unconfirmed" | "withheld";
            /** @description Why it was withheld. */
            reason: ("not-allowed" | "no-consent" | "unsubscribed" | "blocked" | "once-per" | "superseded" | "merged" | "told-recently" | "frequency-cap" | "moot" | "too-late" | "published-late" | "stale-facts" | "recalled" | "paused" | "no-channel" | "incomplete" | "too-long" | "line-closed" | "erased" | "maybe-sent" | "held-back") | null;
            /** Format: date-time */
            due: string;
            /** Format: date-time */
            usefulUntil: string;
            /** @enum {string} */
            channel: "sms" | "voice" | "email" | "push" | "staff-call";
            /** Format: date-time */
            plannedAt: string;
            concludedAt: string | null;
            cause: {
                source: string;
                id: string;
                /** Format: date-time */
                time: string;
            };
            /** @description The facts of its trigger, as kept. */
            facts: {
                [key: string]: unknown;
            };
            /** @description The planning steps passed, in order. */
            steps: string[];
            group: string | null;
            order: number;
            /** @description Its life so far, oldest first. */
            trail: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                state: "planned" | "attempted" | "delivered" | "failed" | "expired" | "unconfirmed" | "withheld";
                reason: string | null;
                note: string;
                /** Format: date-time */
                due: string;
            }[];
            /** @description Who was told: a contact who is no customer; null where it was the line itself. */
            contact: {
                id: string;
                /** @description Its middle hidden; null once the number is forgotten. */
                number: string | null;
            } | null;
            attempts: components["schemas"]["Attempt"][];
            /** @description When the person behind the account was erased; null when nobody was. */
            erased: string | null;
        };
        /**
         * @description What was planned for it, or why nothing is sent: then "reminder" is withheld.
         * @example {
         *       "isRepeated": false,
         *       "reminder": {
         *         "id": "A17/data-used-80/L17/again-42",
         *         "account": "A17",
         *         "line": "L17",
         *         "touchpoint": "data-usage",
         *         "rule": "data-used-80",
         *         "template": "data-used-80",
         *         "version": "2026-11-01",
         *         "class": "real-time",
         *         "state": "planned",
         *         "reason": null,
         *         "due": "2026-11-20T00:16:02.000Z",
         *         "usefulUntil": "2026-11-20T02:16:02.000Z",
         *         "channel": "sms",
         *         "plannedAt": "2026-11-20T00:16:02.000Z",
         *         "concludedAt": "2026-11-20T00:16:05.000Z"
         *       },
         *       "note": "the customer waits for it"
         *     }
         */
        Resent: {
            /** @description It was asked before under the same name. */
            isRepeated: boolean;
            reminder: components["schemas"]["ReminderSummary"];
            /** @description When it leaves, or why it does not. */
            note: string;
        };
        /** @description Newest first. */
        ReminderPage: {
            items: components["schemas"]["ReminderSummary"][];
            /** @description Cursor of the next page; null when this is the last. */
            next: string | null;
        };
        /**
         * @description One event of an account and what followed from it: why a message was sent, or why not.
         * @example {
         *       "source": "urn:boss:taizhou",
         *       "id": "b-20261120-000017",
         *       "type": "usage.reported",
         *       "time": "2026-11-20T00:15:30.000Z",
         *       "origin": "outside",
         *       "line": "L17",
         *       "body": {
         *         "bucketId": "data-main",
         *         "usedBytes": 419430400
         *       },
         *       "decidedAt": "2026-11-20T00:15:31.204Z",
         *       "considered": [
         *         {
         *           "rule": "data-used-80",
         *           "outcome": "once-per"
         *         }
         *       ],
         *       "reminders": []
         *     }
         */
        Decision: {
            source: string;
            id: string;
            type: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            origin: "outside" | "agenda" | "outcome" | "staff";
            line: string | null;
            /** @description The event as decided: no personal data. */
            body: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            decidedAt: string;
            /** @description Rules that were asked and what each said: planned, later, or why not. */
            considered: {
                rule: string;
                outcome: string;
            }[];
            /** @description Reminders that it caused. */
            reminders: components["schemas"]["ReminderSummary"][];
        };
        /** @description Newest first, by the time of the fact. */
        DecisionPage: {
            items: components["schemas"]["Decision"][];
            /** @description Cursor of the next page; null when this is the last. */
            next: string | null;
            /** @description When the person behind the account was erased; null when nobody was. */
            erased: string | null;
        };
        /**
         * @description Each count stands on the day of what it counts: triggered when it was planned, sent when it was handed over, delivered and the like when it ended. What is sent today may have been triggered yesterday.
         * @example {
         *       "triggered": 5917,
         *       "withheld": 301,
         *       "withheldBy": [
         *         {
         *           "reason": "moot",
         *           "count": 301
         *         }
         *       ],
         *       "sent": 5616,
         *       "attempts": 5640,
         *       "parts": 5640,
         *       "costMicroYuan": 169200000,
         *       "delivered": 5468,
         *       "failed": 29,
         *       "expired": 107,
         *       "unconfirmed": 12,
         *       "delay": {
         *         "p50Ms": 3100,
         *         "p90Ms": 6200,
         *         "p99Ms": 960000
         *       }
         *     }
         */
        FigureTotal: {
            /** @description Reminders that a rule asked for, withheld ones included. */
            triggered: number;
            withheld: number;
            withheldBy: {
                reason: string;
                count: number;
            }[];
            /** @description Reminders handed to a gateway for the first time. */
            sent: number;
            /** @description Hand-overs decided, further rungs and repeats included. */
            attempts: number;
            /** @description SMS parts of all attempts. */
            parts: number;
            /** @description Parts by the prices of the rulebook in force now; null when a channel that was used has none. */
            costMicroYuan: number | null;
            delivered: number;
            failed: number;
            expired: number;
            unconfirmed: number;
            /** @description From when it might first leave until the handset had it, estimated from counts in fixed buckets; null when nothing was delivered. */
            delay: {
                p50Ms: number;
                p90Ms: number;
                p99Ms: number;
            } | null;
        };
        /**
         * @example {
         *       "of": "data-used-80",
         *       "touchpoint": "data-usage",
         *       "triggered": 5917,
         *       "withheld": 301,
         *       "withheldBy": [
         *         {
         *           "reason": "moot",
         *           "count": 301
         *         }
         *       ],
         *       "sent": 5616,
         *       "attempts": 5640,
         *       "parts": 5640,
         *       "costMicroYuan": 169200000,
         *       "delivered": 5468,
         *       "failed": 29,
         *       "expired": 107,
         *       "unconfirmed": 12,
         *       "delay": {
         *         "p50Ms": 3100,
         *         "p90Ms": 6200,
         *         "p99Ms": 960000
         *       }
         *     }
         */
        Figure: {
            /** @description The touchpoint, rule, channel or day. */
            of: string;
            /** @description That of a rule; null of anything else. */
            touchpoint: string | null;
            /** @description Reminders that a rule asked for, withheld ones included. */
            triggered: number;
            withheld: number;
            withheldBy: {
                reason: string;
                count: number;
            }[];
            /** @description Reminders handed to a gateway for the first time. */
            sent: number;
            /** @description Hand-overs decided, further rungs and repeats included. */
            attempts: number;
            /** @description SMS parts of all attempts. */
            parts: number;
            /** @description Parts by the prices of the rulebook in force now; null when a channel that was used has none. */
            costMicroYuan: number | null;
            delivered: number;
            failed: number;
            expired: number;
            unconfirmed: number;
            /** @description From when it might first leave until the handset had it, estimated from counts in fixed buckets; null when nothing was delivered. */
            delay: {
                p50Ms: number;
                p90Ms: number;
                p99Ms: number;
            } | null;
        };
        /**
         * @description What happened in a span of days (NF-02), read from sums that each turn keeps.
         * @example {
         *       "from": "2026-11-01",
         *       "until": "2026-11-20",
         *       "by": "rule",
         *       "total": {
         *         "triggered": 5917,
         *         "withheld": 301,
         *         "withheldBy": [
         *           {
         *             "reason": "moot",
         *             "count": 301
         *           }
         *         ],
         *         "sent": 5616,
         *         "attempts": 5640,
         *         "parts": 5640,
         *         "costMicroYuan": 169200000,
         *         "delivered": 5468,
         *         "failed": 29,
         *         "expired": 107,
         *         "unconfirmed": 12,
         *         "delay": {
         *           "p50Ms": 3100,
         *           "p90Ms": 6200,
         *           "p99Ms": 960000
         *         }
         *       },
         *       "items": [
         *         {
         *           "of": "data-used-80",
         *           "touchpoint": "data-usage",
         *           "triggered": 5917,
         *           "withheld": 301,
         *           "withheldBy": [
         *             {
         *               "reason": "moot",
         *               "count": 301
         *             }
         *           ],
         *           "sent": 5616,
         *           "attempts": 5640,
         *           "parts": 5640,
         *           "costMicroYuan": 169200000,
         *           "delivered": 5468,
         *           "failed": 29,
         *           "expired": 107,
         *           "unconfirmed": 12,
         *           "delay": {
         *             "p50Ms": 3100,
         *             "p90Ms": 6200,
         *             "p99Ms": 960000
         *           }
         *         }
         *       ]
         *     }
         * @example {
         *       "from": "2026-11-01",
         *       "until": "2026-11-20",
         *       "by": "reason",
         *       "items": [
         *         {
         *           "reason": "moot",
         *           "withheld": 301
         *         }
         *       ]
         *     }
         */
        Figures: {
            /**
             * Format: date
             * @description A day in Beijing time, YYYY-MM-DD.
             */
            from: string;
            /**
             * Format: date
             * @description The last day, included.
             */
            until: string;
            /** @enum {string} */
            by: "touchpoint" | "rule" | "channel" | "day";
            total: components["schemas"]["FigureTotal"];
            items: components["schemas"]["Figure"][];
        } | {
            /**
             * Format: date
             * @description A day in Beijing time, YYYY-MM-DD.
             */
            from: string;
            /**
             * Format: date
             * @description The last day, included.
             */
            until: string;
            /** @constant */
            by: "reason";
            items: {
                reason: string;
                withheld: number;
            }[];
        };
        /**
         * @example {
         *       "at": "2026-11-20T04:00:00.000Z",
         *       "today": {
         *         "day": "2026-11-20",
         *         "total": {
         *           "triggered": 5917,
         *           "withheld": 301,
         *           "withheldBy": [
         *             {
         *               "reason": "moot",
         *               "count": 301
         *             }
         *           ],
         *           "sent": 5616,
         *           "attempts": 5640,
         *           "parts": 5640,
         *           "costMicroYuan": 169200000,
         *           "delivered": 5468,
         *           "failed": 29,
         *           "expired": 107,
         *           "unconfirmed": 12,
         *           "delay": {
         *             "p50Ms": 3100,
         *             "p90Ms": 6200,
         *             "p99Ms": 960000
         *           }
         *         }
         *       },
         *       "yesterday": {
         *         "day": "2026-11-19",
         *         "total": {
         *           "triggered": 5917,
         *           "withheld": 301,
         *           "withheldBy": [
         *             {
         *               "reason": "moot",
         *               "count": 301
         *             }
         *           ],
         *           "sent": 5616,
         *           "attempts": 5640,
         *           "parts": 5640,
         *           "costMicroYuan": 169200000,
         *           "delivered": 5468,
         *           "failed": 29,
         *           "expired": 107,
         *           "unconfirmed": 12,
         *           "delay": {
         *             "p50Ms": 3100,
         *             "p90Ms": 6200,
         *             "p99Ms": 960000
         *           }
         *         }
         *       },
         *       "yesterdayIs": "whole-day"
         *     }
         */
        FiguresToday: {
            /** Format: date-time */
            at: string;
            /** @description From midnight in Beijing until now. */
            today: {
                /**
                 * Format: date
                 * @description A day in Beijing time, YYYY-MM-DD.
                 */
                day: string;
                total: components["schemas"]["FigureTotal"];
            };
            yesterday: {
                /**
                 * Format: date
                 * @description A day in Beijing time, YYYY-MM-DD.
                 */
                day: string;
                total: components["schemas"]["FigureTotal"];
            };
            /**
             * @description Sums are kept by whole days: yesterday is all of it, not yesterday until this time of day.
             * @constant
             */
            yesterdayIs: "whole-day";
        };
        /**
         * @example {
         *       "zone": "Asia/Shanghai",
         *       "skewSeconds": 0,
         *       "receipts": 1204,
         *       "gapSeconds": -57.3,
         *       "verdict": "agrees"
         *     }
         */
        ReceiptClock: {
            /** @description Its dates name no zone; they are read in this one. */
            zone: string;
            /** @description How far its clock is taken to be ahead of ours. */
            skewSeconds: number;
            /** @description Dated receipts since the start. */
            receipts: number;
            /** @description How old a receipt’s date is when it arrives, the middle one of the last 50. Dates name the minute, which counts to its end: -60 to a few seconds is as it should be. */
            gapSeconds: number | null;
            /**
             * @description behind, ahead: implausibly far, so zone or skew must be wrong, and the arrival counts instead.
             * @enum {string}
             */
            verdict: "unknown" | "agrees" | "behind" | "ahead";
        };
        /**
         * @example {
         *       "by": "wang",
         *       "note": "maintenance",
         *       "since": "2026-11-20T01:20:00.000Z"
         *     }
         */
        Drained: {
            by: string;
            note: string;
            /** Format: date-time */
            since: string;
        };
        /**
         * @example {
         *       "name": "sms-log",
         *       "channel": "sms",
         *       "confirms": "handset",
         *       "partsPerSecond": 100,
         *       "room": 16,
         *       "unanswered": 0,
         *       "inDoubt": 0,
         *       "drained": null,
         *       "lastMinute": {
         *         "messages": 412,
         *         "parts": 430
         *       },
         *       "errors": [
         *         {
         *           "code": "UNDELIV 27",
         *           "count": 3
         *         }
         *       ],
         *       "receiptDelay": {
         *         "p50Ms": 2900,
         *         "p99Ms": 14000
         *       },
         *       "traces": false,
         *       "receiptClock": null
         *     }
         * @example {
         *       "name": "sms-north",
         *       "channel": "sms",
         *       "confirms": "handset",
         *       "partsPerSecond": 200,
         *       "room": 12,
         *       "unanswered": 4,
         *       "inDoubt": 0,
         *       "drained": null,
         *       "lastMinute": {
         *         "messages": 412,
         *         "parts": 430
         *       },
         *       "errors": [
         *         {
         *           "code": "UNDELIV 27",
         *           "count": 3
         *         }
         *       ],
         *       "receiptDelay": {
         *         "p50Ms": 2900,
         *         "p99Ms": 14000
         *       },
         *       "traces": true,
         *       "receiptClock": {
         *         "zone": "Asia/Shanghai",
         *         "skewSeconds": 0,
         *         "receipts": 1204,
         *         "gapSeconds": -57.3,
         *         "verdict": "agrees"
         *       }
         *     }
         */
        Gateway: {
            name: string;
            /** @enum {string} */
            channel: "sms" | "voice" | "email" | "push" | "staff-call";
            /**
             * @description What its "delivered" proves.
             * @enum {string}
             */
            confirms: "handset" | "gateway" | "nothing";
            partsPerSecond: number;
            /** @description Free places in its window; 0 while not connected. */
            room: number;
            /** @description Handed over, no answer yet. */
            unanswered: number;
            inDoubt: number;
            /** @description Who has nothing more handed to it, and why. */
            drained: components["schemas"]["Drained"] | null;
            /** @description Handed over. */
            lastMinute: {
                messages: number;
                parts: number;
            };
            /** @description What it said no with within the last hour, most frequent first. */
            errors: {
                code: string;
                count: number;
            }[];
            /** @description From the decision to send until the handset had it, of the last hour, estimated from fixed buckets; null when none came. */
            receiptDelay: {
                p50Ms: number;
                p99Ms: number;
            } | null;
            /** @description Whether its protocol can be looked at. */
            traces: boolean;
            /** @description Null for gateways whose receipts carry no dates of another clock. */
            receiptClock: components["schemas"]["ReceiptClock"] | null;
        };
        GatewayList: {
            items: components["schemas"]["Gateway"][];
        };
        /**
         * @example {
         *       "channel": "sms",
         *       "class": "notice",
         *       "waiting": 120,
         *       "oldestDue": "2026-11-20T00:00:31.000Z",
         *       "later": 2310
         *     }
         */
        Queue: {
            /** @enum {string} */
            channel: "sms" | "voice" | "email" | "push" | "staff-call";
            /** @enum {string} */
            class: "code" | "real-time" | "notice" | "courtesy" | "marketing";
            /** @description Due already, paused ones included; 10,000 stands for more, too. */
            waiting: number;
            /** @description When the oldest of them fell due. */
            oldestDue: string | null;
            /** @description Held until a later time; 10,000 stands for more, too. */
            later: number;
        };
        /** @description Planned reminders that wait for a gateway; empty ones are left out. */
        QueueList: {
            /** Format: date-time */
            at: string;
            items: components["schemas"]["Queue"][];
        };
        /**
         * @example {
         *       "n": 12,
         *       "at": "2026-11-20T00:16:02.000Z",
         *       "direction": "out",
         *       "command": "submit_sm",
         *       "sequence": 7,
         *       "status": 0,
         *       "meaning": "no error",
         *       "octets": 96,
         *       "fields": [
         *         {
         *           "name": "destination",
         *           "value": "86138****8000 (ton 1, npi 1)"
         *         },
         *         {
         *           "name": "message",
         *           "value": "42 octets, ucs2"
         *         }
         *       ],
         *       "hex": "00000060000000040000000000000007…"
         *     }
         */
        TracedMessage: {
            n: number;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            direction: "in" | "out";
            command: string;
            sequence: number;
            status: number;
            /** @description Of the status, in the words of the standard. */
            meaning: string;
            octets: number;
            /** @description Numbers are masked, texts told by length and coding, passwords left out. */
            fields: {
                name: string;
                value: string;
            }[];
            /** @description Its octets where they hold nothing personal, else its header; "…" stands for more. */
            hex: string;
        };
        /**
         * @description Messages of the protocol, oldest first, the last 500 at most. They are written down only while somebody looks: from the first call until 15 seconds after the last.
         * @example {
         *       "since": "2026-11-20T00:15:58.000Z",
         *       "messages": [
         *         {
         *           "n": 12,
         *           "at": "2026-11-20T00:16:02.000Z",
         *           "direction": "out",
         *           "command": "submit_sm",
         *           "sequence": 7,
         *           "status": 0,
         *           "meaning": "no error",
         *           "octets": 96,
         *           "fields": [
         *             {
         *               "name": "destination",
         *               "value": "86138****8000 (ton 1, npi 1)"
         *             },
         *             {
         *               "name": "message",
         *               "value": "42 octets, ucs2"
         *             }
         *           ],
         *           "hex": "00000060000000040000000000000007…"
         *         }
         *       ]
         *     }
         */
        GatewayTrace: {
            /** Format: date-time */
            since: string;
            messages: components["schemas"]["TracedMessage"][];
        };
        /**
         * @description What an outage or a restore left due. Whether it is still true is asked when it leaves: the counts do not know.
         * @example {
         *       "at": "2026-11-20T12:16:02.000Z",
         *       "hold": {
         *         "kind": "outage",
         *         "lostFrom": "2026-11-19T10:15:52.000Z",
         *         "until": "2026-11-20T12:15:02.000Z",
         *         "messagesPerSecond": 20,
         *         "compared": null
         *       },
         *       "items": [
         *         {
         *           "class": "real-time",
         *           "order": {
         *             "word": "release",
         *             "by": "wang",
         *             "at": "2026-11-20T12:15:40.000Z",
         *             "note": "preview looked at"
         *           },
         *           "waiting": 120,
         *           "tooLate": 40,
         *           "maybeSent": 0,
         *           "oldest": "2026-11-19T10:16:02.000Z",
         *           "touchpoints": [
         *             {
         *               "touchpoint": "data-usage",
         *               "waiting": 120,
         *               "tooLate": 40,
         *               "maybeSent": 0,
         *               "oldest": "2026-11-19T10:16:02.000Z"
         *             }
         *           ]
         *         },
         *         {
         *           "class": "notice",
         *           "order": null,
         *           "waiting": 0,
         *           "tooLate": 0,
         *           "maybeSent": 0,
         *           "oldest": null,
         *           "touchpoints": []
         *         }
         *       ]
         *     }
         */
        Held: {
            /** Format: date-time */
            at: string;
            /** @description Null while nothing is held. */
            hold: {
                /** @enum {string} */
                kind: "outage" | "restore";
                /**
                 * Format: date-time
                 * @description From then on nobody was at work, or what was done is not in the backup.
                 */
                lostFrom: string;
                /**
                 * Format: date-time
                 * @description The return: what has its cause before it is held.
                 */
                until: string;
                /** @description At most, once released. */
                messagesPerSecond: number;
                /** @description After a restore: the log of the gateways that was looked at. */
                compared: {
                    by: string;
                    /** Format: date-time */
                    at: string;
                    entries: number;
                } | null;
            } | null;
            /** @description By class, most urgent first; 100,000 are counted at most. */
            items: {
                /** @enum {string} */
                class: "code" | "real-time" | "notice" | "courtesy" | "marketing";
                /** @description What staff have said is to become of it. */
                order: {
                    /** @enum {string} */
                    word: "release" | "withhold";
                    by: string;
                    /** Format: date-time */
                    at: string;
                    note: string;
                } | null;
                /** @description Due by now, and held. */
                waiting: number;
                /** @description Of these, of no use any more: they are being withheld, released or not. */
                tooLate: number;
                /** @description Of these, after a restore, perhaps sent in the time that was lost: once released they are withheld. */
                maybeSent: number;
                /** @description When the oldest should have left. */
                oldest: string | null;
                touchpoints: {
                    touchpoint: string;
                    /** @description Due by now, and held. */
                    waiting: number;
                    /** @description Of these, of no use any more: they are being withheld, released or not. */
                    tooLate: number;
                    /** @description Of these, after a restore, perhaps sent in the time that was lost: once released they are withheld. */
                    maybeSent: number;
                    /** @description When the oldest should have left. */
                    oldest: string | null;
                }[];
            }[];
        };
        /**
         * @example {
         *       "taken": 1,
         *       "known": 0
         *     }
         */
        Compared: {
            /** @description Entries of the lost time that are news. */
            taken: number;
            /** @description Sent before the backup, or after the return. */
            known: number;
        };
        /**
         * @description A key stands for a system; people have staff accounts.
         * @example {
         *       "name": "billing",
         *       "scopes": [
         *         "events:write"
         *       ],
         *       "createdAt": "2026-11-20T00:16:02.000Z",
         *       "revokedAt": null
         *     }
         */
        Key: {
            name: string;
            scopes: ("events:write" | "read" | "customers" | "unmask" | "assist" | "blocks:approve" | "export" | "operate" | "rulebook:write" | "rulebook:review" | "rulebook:try" | "audit" | "staff" | "erase" | "admin" | "stage")[];
            /** Format: date-time */
            createdAt: string;
            revokedAt: string | null;
        };
        KeyList: {
            items: components["schemas"]["Key"][];
        };
        NewKey: {
            name: string;
            scopes: ("events:write" | "read" | "customers" | "unmask" | "assist" | "blocks:approve" | "export" | "operate" | "rulebook:write" | "rulebook:review" | "rulebook:try" | "audit" | "staff" | "erase" | "admin" | "stage")[];
            /** Format: date-time */
            createdAt: string;
            revokedAt: string | null;
            /** @description Shown this once. */
            key: string;
        };
        /**
         * @description What must not be late or fall silent, each minute against its target.
         * @example {
         *       "at": "2026-11-20T00:16:02.000Z",
         *       "items": [
         *         {
         *           "name": "roaming-arrival",
         *           "rules": [
         *             "roaming-arrived-calls",
         *             "roaming-arrived-data"
         *           ],
         *           "withinSeconds": 60,
         *           "percentMin": 80,
         *           "since": "2026-11-19T23:16:02.000Z",
         *           "ended": 412,
         *           "inTime": 389,
         *           "percent": 94.4,
         *           "isLate": false
         *         }
         *       ],
         *       "feeds": [
         *         {
         *           "source": "urn:boss:taizhou",
         *           "lastArrival": "2026-11-20T00:15:58.000Z",
         *           "quietAfterSeconds": 3600,
         *           "isQuiet": false
         *         }
         *       ]
         *     }
         */
        Monitors: {
            /** Format: date-time */
            at: string;
            items: {
                name: string;
                /** @description Whose notices are looked at. */
                rules: string[];
                /** @description In time is what arrived within so long of its moment. */
                withinSeconds: number;
                /** @description So many of a hundred should. */
                percentMin: number;
                /**
                 * Format: date-time
                 * @description An hour ago, or the start.
                 */
                since: string;
                /** @description Arrived or not; what was withheld does not count. */
                ended: number;
                inTime: number;
                /** @description Null when none came to an end. */
                percent: number | null;
                /** @description Beyond its target, so there is an alarm; fewer than 20 say nothing. */
                isLate: boolean;
            }[];
            feeds: {
                source: string;
                /** @description Null when nothing ever came. */
                lastArrival: string | null;
                quietAfterSeconds: number;
                /** @description So there is an alarm. */
                isQuiet: boolean;
            }[];
        };
        /**
         * @example {
         *       "at": "2026-11-20T00:16:02.000Z",
         *       "startedAt": "2026-11-19T00:16:02.000Z",
         *       "uptimeSeconds": 86400,
         *       "turnsPerSecond": 12.5,
         *       "eventsPerSecond": 8400,
         *       "queued": 120,
         *       "lagMs": 40,
         *       "lastTurnAt": "2026-11-20T00:16:01.000Z",
         *       "agendaDue": 3,
         *       "agendaOverdue": 0,
         *       "agenda": [
         *         {
         *           "type": "schedule.due",
         *           "due": 3,
         *           "nextHour": 210,
         *           "nextDay": 4800
         *         }
         *       ],
         *       "minutes": [
         *         {
         *           "turns": 750,
         *           "events": 504000
         *         }
         *       ],
         *       "database": {
         *         "kind": "server",
         *         "bytes": 1203000000,
         *         "version": "17.6",
         *         "connections": 12
         *       },
         *       "version": "0.1.0",
         *       "rulebookVersion": "2026-11-01",
         *       "node": "v24.0.0",
         *       "alarms": [
         *         {
         *           "kind": "source-quiet",
         *           "open": 1
         *         }
         *       ]
         *     }
         */
        Operations: {
            /** Format: date-time */
            at: string;
            /** @description Null when no engine runs here. */
            startedAt: string | null;
            uptimeSeconds: number | null;
            /** @description Of the last minute. */
            turnsPerSecond: number;
            /** @description Of the last minute: facts, timers, sendings and receipts decided. */
            eventsPerSecond: number;
            /** @description Facts that wait for their turn. */
            queued: number;
            /** @description How long the oldest of them has waited; null of none. */
            lagMs: number | null;
            lastTurnAt: string | null;
            /** @description Timers that have fallen due. 10,000 stands for more, too. */
            agendaDue: number;
            /** @description Of these, due for more than a minute. 10,000 stands for more, too. */
            agendaOverdue: number;
            /** @description Timers by type: fallen due, falling due within the hour, within the 23 hours after it. 10,000 stands for more, too. */
            agenda: {
                type: string;
                due: number;
                nextHour: number;
                nextDay: number;
            }[];
            /** @description Each of the last sixty minutes, the oldest first; the last one goes on. A restart forgets them. */
            minutes: {
                turns: number;
                events: number;
            }[];
            database: {
                /** @enum {string} */
                kind: "embedded" | "server";
                bytes: number;
                /** @description Of PostgreSQL. */
                version: string;
                /** @description To this database, ours and others’. */
                connections: number;
            };
            /** @description Of Kairos. */
            version: string;
            /** @description In force now. */
            rulebookVersion: string;
            node: string;
            alarms: {
                kind: string;
                open: number;
            }[];
        };
        /**
         * @description Nothing that matches is sent until it is resumed.
         * @example {
         *       "kind": "rule",
         *       "value": "data-used-80",
         *       "note": "wrong amounts since 09:00",
         *       "by": "wang",
         *       "since": "2026-11-20T01:20:00.000Z"
         *     }
         */
        Pause: {
            /** @enum {string} */
            kind: "all" | "rule" | "channel" | "scope" | "version";
            value: string;
            note: string;
            by: string;
            /** Format: date-time */
            since: string;
        };
        PauseList: {
            items: components["schemas"]["Pause"][];
        };
        /**
         * @description An opened customer as the facts so far have it.
         * @example {
         *       "account": "A17",
         *       "until": "2026-11-20T00:46:02.000Z",
         *       "lines": [
         *         {
         *           "line": "L17",
         *           "numberMasked": "+86138****8000",
         *           "brand": "gotone",
         *           "payMode": "postpaid",
         *           "star": 3,
         *           "language": "zh-CN",
         *           "province": "zhejiang",
         *           "city": "taizhou",
         *           "openedAt": "2024-02-29T02:00:00.000Z",
         *           "closedAt": null,
         *           "isAsked": true,
         *           "offers": [
         *             {
         *               "id": "flow-30",
         *               "kind": "plan",
         *               "name": {
         *                 "zh-CN": "流量30元套餐",
         *                 "en": "Data 30"
         *               },
         *               "since": null,
         *               "until": null
         *             }
         *           ],
         *           "meters": [
         *             {
         *               "bucket": "data-main",
         *               "kind": "data",
         *               "used": 419430400,
         *               "allowance": 524288000,
         *               "from": "2026-10-31T16:00:00.000Z",
         *               "until": "2026-11-30T16:00:00.000Z",
         *               "asOf": "2026-11-20T00:16:02.000Z"
         *             }
         *           ],
         *           "abroad": null,
         *           "preferences": {
         *             "channel": null,
         *             "activeHours": null,
         *             "marketingConsent": false,
         *             "subscribed": [],
         *             "unsubscribed": []
         *           }
         *         }
         *       ],
         *       "balance": {
         *         "amount": 40170000,
         *         "asOf": "2026-11-20T00:16:02.000Z"
         *       },
         *       "standing": {
         *         "state": "normal",
         *         "since": null
         *       },
         *       "usableUntil": null,
         *       "bill": null,
         *       "payment": {
         *         "role": "single",
         *         "members": 0
         *       },
         *       "contacts": 0
         *     }
         */
        CustomerPicture: {
            account: string;
            /** @description How long staff may look at this customer; null for keys. */
            until: string | null;
            lines: {
                line: string;
                /** @description Null when it is no longer known. */
                numberMasked: string | null;
                brand: string;
                payMode: string;
                star: number;
                language: string;
                province: string;
                city: string;
                /** Format: date-time */
                openedAt: string;
                closedAt: string | null;
                /** @description It is the line of the number that was asked for. */
                isAsked: boolean;
                offers: {
                    id: string;
                    /** @enum {string} */
                    kind: "plan" | "pack" | "service" | "promotion";
                    /** @description As the catalogue has it; its id in both where the catalogue does not know it. */
                    name: {
                        "zh-CN": string;
                        en: string;
                    };
                    /** @description Local day. */
                    since: string | null;
                    /** @description Last day or month, where one is known. */
                    until: string | null;
                }[];
                meters: {
                    bucket: string;
                    kind: string;
                    /** @description Bytes. */
                    used: number;
                    /** @description Bytes. */
                    allowance: number;
                    /** Format: date-time */
                    from: string;
                    /** Format: date-time */
                    until: string;
                    /**
                     * Format: date-time
                     * @description Time of the newest report.
                     */
                    asOf: string;
                }[];
                /** @description Mobile country code, while registered abroad. */
                abroad: string | null;
                preferences: {
                    channel: ("sms" | "voice" | "email" | "push" | "staff-call") | null;
                    activeHours: {
                        from: string;
                        to: string;
                    } | null;
                    marketingConsent: boolean;
                    /** @description Kinds that were ordered. */
                    subscribed: string[];
                    /** @description Kinds that were switched off. */
                    unsubscribed: string[];
                };
            }[];
            balance: {
                /** @description Micro-yuan. */
                amount: number;
                /** Format: date-time */
                asOf: string;
            } | null;
            standing: {
                state: string;
                since: string | null;
            };
            /** @description Local day on which a prepaid number ends. */
            usableUntil: string | null;
            bill: {
                month: string;
                /** @description Micro-yuan. */
                due: number;
                payBy: string;
            } | null;
            payment: {
                /** @enum {string} */
                role: "single" | "head" | "member";
                members: number;
            };
            /** @description People who are no customers and are told of arrears. */
            contacts: number;
        };
        /**
         * @description A change of plan, for the customer to look at (TP2-24): all of it from the catalogue by date.
         * @example {
         *       "eventId": "urn:boss:taizhou/b-20261120-000018",
         *       "type": "plan.change-ordered",
         *       "at": "2026-11-20T01:20:00.000Z",
         *       "numberMasked": "+86138****8000",
         *       "language": "zh-CN",
         *       "startsOn": "2026-12-01",
         *       "lastDay": "2026-11-30",
         *       "before": {
         *         "id": "gotone-58",
         *         "name": {
         *           "zh-CN": "商旅58",
         *           "en": "Business 58"
         *         },
         *         "offer": null
         *       },
         *       "after": {
         *         "id": "gotone-88",
         *         "name": {
         *           "zh-CN": "商旅88",
         *           "en": "Business 88"
         *         },
         *         "offer": null
         *       },
         *       "figures": [
         *         {
         *           "what": "monthlyFee",
         *           "before": 58000000,
         *           "after": 88000000,
         *           "change": "worse"
         *         }
         *       ],
         *       "contracts": [],
         *       "spoken": {
         *         "zh-CN": "请您核对屏幕……",
         *         "en": "Please look at the screen with me …"
         *       }
         *     }
         */
        PlanChange: {
            eventId: string;
            /** @enum {string} */
            type: "plan.change-ordered" | "plan.changed";
            /** Format: date-time */
            at: string;
            numberMasked: string | null;
            /**
             * @description That of the customer.
             * @enum {string}
             */
            language: "zh-CN" | "en";
            /** @description First day of the new plan. */
            startsOn: string;
            /** @description Last day of the old one. */
            lastDay: string;
            /** @description Null when it is not known what it was. */
            before: {
                id: string;
                name: {
                    "zh-CN": string;
                    en: string;
                };
                offer: {
                    "zh-CN": string;
                    en: string;
                } | null;
            } | null;
            /** @description The name is the id, and the offer null, where the catalogue does not know the plan. */
            after: {
                id: string;
                name: {
                    "zh-CN": string;
                    en: string;
                };
                offer: {
                    "zh-CN": string;
                    en: string;
                } | null;
            };
            figures: {
                /**
                 * @description Fees and prices in micro-yuan.
                 * @enum {string}
                 */
                what: "monthlyFee" | "dataBytes" | "voiceMinutes" | "outOfPlanPerMB";
                before: number | null;
                after: number | null;
                /**
                 * @description For the customer.
                 * @enum {string}
                 */
                change: "better" | "worse" | "same" | "unknown";
            }[];
            contracts: {
                id: string;
                name: {
                    "zh-CN": string;
                    en: string;
                };
                until: string | null;
                monthsLeft: number | null;
                /** @description Minimum spend a month, in micro-yuan. */
                minimum: number | null;
            }[];
            /** @description What staff say with it; null where the rulebook has no words, or a fact is missing. */
            spoken: {
                "zh-CN": string | null;
                en: string | null;
            };
        };
        /**
         * @example {
         *       "ready": true,
         *       "database": {
         *         "ok": true,
         *         "note": "answered"
         *       },
         *       "engine": {
         *         "ok": true,
         *         "note": "idle",
         *         "queued": 0,
         *         "lastTurnAt": null
         *       }
         *     }
         */
        Readiness: {
            ready: boolean;
            database: {
                ok: boolean;
                note: string;
            };
            engine: {
                ok: boolean;
                note: string;
                queued: number;
                lastTurnAt: string | null;
            };
        };
        /**
         * @example {
         *       "alive": true
         *     }
         */
        Health: {
            /** @constant */
            alive: true;
        };
        /**
         * @description accepted = decided + duplicate + set aside; planned = delivered + failed + expired + unconfirmed + withheld + in flight; read in one snapshot (G8).
         * @example {
         *       "at": "2026-11-20T00:16:02.000Z",
         *       "events": {
         *         "accepted": 1000,
         *         "decided": 990,
         *         "duplicate": 8,
         *         "setAside": 2,
         *         "waiting": 1
         *       },
         *       "reminders": {
         *         "planned": 120,
         *         "delivered": 90,
         *         "failed": 2,
         *         "expired": 1,
         *         "unconfirmed": 3,
         *         "withheld": 20,
         *         "inFlight": 4
         *       },
         *       "touchpoints": [
         *         {
         *           "touchpoint": "data-usage",
         *           "planned": 120,
         *           "delivered": 90,
         *           "failed": 2,
         *           "expired": 1,
         *           "unconfirmed": 3,
         *           "withheld": 20,
         *           "inFlight": 4
         *         }
         *       ],
         *       "withheld": [
         *         {
         *           "touchpoint": "data-usage",
         *           "reason": "once-per",
         *           "count": 20
         *         }
         *       ],
         *       "attempts": {
         *         "decided": 0,
         *         "accepted": 4,
         *         "inDoubt": 0
         *       },
         *       "holds": true,
         *       "differences": []
         *     }
         */
        Reconciliation: {
            /** Format: date-time */
            at: string;
            events: {
                accepted: number;
                decided: number;
                duplicate: number;
                /** @description Waiting included. */
                setAside: number;
                waiting: number;
            };
            reminders: {
                planned: number;
                delivered: number;
                failed: number;
                expired: number;
                unconfirmed: number;
                withheld: number;
                /** @description Planned or attempted, those in doubt included. */
                inFlight: number;
            };
            touchpoints: {
                touchpoint: string;
                planned: number;
                delivered: number;
                failed: number;
                expired: number;
                unconfirmed: number;
                withheld: number;
                /** @description Planned or attempted, those in doubt included. */
                inFlight: number;
            }[];
            withheld: {
                touchpoint: string;
                reason: string;
                count: number;
            }[];
            /** @description Attempts without an outcome, by state. */
            attempts: {
                decided: number;
                accepted: number;
                inDoubt: number;
            };
            holds: boolean;
            /** @description One sentence for each equation that does not hold. */
            differences: string[];
        };
        /**
         * @description What would follow from this event; nothing of it was kept.
         * @example {
         *       "version": "2026-11-01",
         *       "at": "2026-11-20T02:00:00.000Z",
         *       "rules": [
         *         {
         *           "rule": "sensitive-query",
         *           "outcome": "planned",
         *           "at": "2026-11-20T02:00:00.000Z",
         *           "condition": null
         *         }
         *       ],
         *       "reminders": [
         *         {
         *           "rule": "sensitive-query",
         *           "touchpoint": "sensitive-query",
         *           "template": "sensitive-query",
         *           "class": "real-time",
         *           "line": "L1",
         *           "state": "planned",
         *           "reason": null,
         *           "note": "time: at once",
         *           "channel": "sms",
         *           "due": "2026-11-20T02:00:00.000Z",
         *           "usefulUntil": "2026-11-21T02:00:00.000Z",
         *           "steps": [
         *             "passed: allowed, consent, once-per, told-recently, useful",
         *             "channel: sms"
         *           ],
         *           "texts": [
         *             {
         *               "language": "en",
         *               "text": "Someone viewed your location …",
         *               "parts": 1,
         *               "encoding": "gsm7",
         *               "fault": null
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        RuleTrial: {
            version: string;
            /**
             * Format: date-time
             * @description When it is taken to happen: the time of the event.
             */
            at: string;
            rules: {
                rule: string;
                /** @description "planned", "later …", why it was not asked, "condition", or why it is withheld. */
                outcome: string;
                /** Format: date-time */
                at: string;
                condition: {
                    source: string;
                    holds: boolean;
                } | null;
            }[];
            reminders: {
                rule: string;
                touchpoint: string;
                template: string;
                class: string;
                line: string;
                state: string;
                reason: string | null;
                note: string;
                channel: string;
                /** Format: date-time */
                due: string;
                /** Format: date-time */
                usefulUntil: string;
                /** @description Planning, step by step. */
                steps: string[];
                texts: {
                    /** @enum {string} */
                    language: "zh-CN" | "en";
                    text: string | null;
                    parts: number | null;
                    encoding: ("gsm7" | "ucs2") | null;
                    /** @description Why it cannot be said. */
                    fault: string | null;
                }[];
            }[];
        };
        /**
         * @description An event that was kept but not decided, and why.
         * @example {
         *       "id": "4711",
         *       "state": "set-aside",
         *       "reason": "unknown-line",
         *       "note": "no such line or account appeared within 24 h",
         *       "origin": "outside",
         *       "source": "urn:boss:taizhou",
         *       "eventId": "b-20261120-000017",
         *       "type": "usage.reported",
         *       "time": "2026-11-20T00:15:30.000Z",
         *       "account": null,
         *       "since": "2026-11-20T00:15:31.204Z"
         *     }
         */
        SetAsideItem: {
            id: string;
            /** @enum {string} */
            state: "waiting" | "set-aside" | "replayed" | "discarded";
            reason: ("from-the-future" | "too-late-to-check" | "conflict" | "unknown-line" | "too-many-lines" | "number-in-use" | "decision-failed" | "commit-refused") | null;
            note: string;
            /** @enum {string} */
            origin: "outside" | "agenda" | "outcome" | "staff";
            source: string;
            eventId: string;
            type: string;
            /** Format: date-time */
            time: string;
            account: string | null;
            /** Format: date-time */
            since: string;
        };
        /** @description Newest first. */
        SetAsidePage: {
            items: components["schemas"]["SetAsideItem"][];
            /** @description Cursor of the next page; null when this is the last. */
            next: string | null;
        };
        /** @description The event as it came, personal fields included. */
        SetAsideRaw: {
            id: string;
            event: {
                [key: string]: unknown;
            };
            /** @description As it would be sent, to be corrected; null of an event of our own. */
            correctable: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * @example {
         *       "decided": 1,
         *       "duplicate": 0,
         *       "setAside": 0,
         *       "remaining": 0
         *     }
         */
        Replayed: {
            decided: number;
            duplicate: number;
            /** @description Set aside again, with their present reason. */
            setAside: number;
            /** @description Still set aside for the same reason; call again. */
            remaining: number;
        };
        /**
         * @example {
         *       "outcome": "decided",
         *       "reason": null,
         *       "note": ""
         *     }
         */
        Corrected: {
            /** @enum {string} */
            outcome: "checked" | "decided" | "duplicate" | "waiting" | "set-aside";
            /** @description Why it is set aside again. */
            reason: ("from-the-future" | "too-late-to-check" | "conflict" | "unknown-line" | "too-many-lines" | "number-in-use" | "decision-failed" | "commit-refused") | null;
            note: string;
        };
        /**
         * @description Somebody who may sign in.
         * @example {
         *       "name": "wang",
         *       "displayName": "王丽",
         *       "roles": [
         *         "agent"
         *       ],
         *       "territories": [
         *         "city/taizhou"
         *       ],
         *       "locale": "zh-CN",
         *       "mustChangePassword": false,
         *       "secondFactor": false,
         *       "createdAt": "2026-11-20T00:16:02.000Z",
         *       "disabledAt": null
         *     }
         */
        Staff: {
            name: string;
            displayName: string;
            roles: ("viewer" | "agent" | "editor" | "reviewer" | "operator" | "auditor" | "administrator")[];
            /** @description Where this person may look at customers; none is everywhere. */
            territories: string[];
            /** @enum {string} */
            locale: "zh-CN" | "en";
            mustChangePassword: boolean;
            /** @description Whether signing in asks for a code as well. */
            secondFactor: boolean;
            /** Format: date-time */
            createdAt: string;
            disabledAt: string | null;
        };
        StaffList: {
            items: components["schemas"]["Staff"][];
        };
        /**
         * @example {
         *       "name": "wang",
         *       "displayName": "王丽",
         *       "roles": [
         *         "agent"
         *       ],
         *       "territories": [
         *         "city/taizhou"
         *       ],
         *       "locale": "zh-CN",
         *       "mustChangePassword": true,
         *       "secondFactor": false,
         *       "createdAt": "2026-11-20T00:16:02.000Z",
         *       "disabledAt": null,
         *       "password": "k7qpx-m2hwd-z9rtb-c4nfy"
         *     }
         */
        NewStaff: {
            name: string;
            displayName: string;
            roles: ("viewer" | "agent" | "editor" | "reviewer" | "operator" | "auditor" | "administrator")[];
            /** @description Where this person may look at customers; none is everywhere. */
            territories: string[];
            /** @enum {string} */
            locale: "zh-CN" | "en";
            mustChangePassword: boolean;
            /** @description Whether signing in asks for a code as well. */
            secondFactor: boolean;
            /** Format: date-time */
            createdAt: string;
            disabledAt: string | null;
            /** @description For one use, shown this once. */
            password: string;
        };
        /**
         * @description The sessions of this person have ended, a second factor is taken off.
         * @example {
         *       "name": "wang",
         *       "password": "k7qpx-m2hwd-z9rtb-c4nfy"
         *     }
         */
        NewPassword: {
            name: string;
            /** @description For one use, shown this once. */
            password: string;
        };
        /**
         * @description Who is signed in.
         * @example {
         *       "staff": {
         *         "name": "wang",
         *         "displayName": "王丽",
         *         "roles": [
         *           "agent"
         *         ],
         *         "territories": [
         *           "city/taizhou"
         *         ],
         *         "locale": "zh-CN",
         *         "scopes": [
         *           "read",
         *           "customers",
         *           "unmask"
         *         ],
         *         "mustChangePassword": false
         *       },
         *       "csrf": "Zk0y3gqkq0r1W8b5i2u1n7yQvQ0l0C9mJ2o5X3s1dEA",
         *       "hasStage": false
         *     }
         */
        Session: {
            staff: {
                name: string;
                displayName: string;
                roles: ("viewer" | "agent" | "editor" | "reviewer" | "operator" | "auditor" | "administrator")[];
                /** @description Where this person may look at customers; none is everywhere. */
                territories: string[];
                /** @enum {string} */
                locale: "zh-CN" | "en";
                /** @description What the roles open together. */
                scopes: ("events:write" | "read" | "customers" | "unmask" | "assist" | "blocks:approve" | "export" | "operate" | "rulebook:write" | "rulebook:review" | "rulebook:try" | "audit" | "staff" | "erase" | "admin" | "stage")[];
                mustChangePassword: boolean;
            };
            /** @description To be sent as x-kairos-csrf with whatever changes something. */
            csrf: string;
            /** @description Whether this is a demo with simulated customers to play. */
            hasStage: boolean;
        };
        /**
         * @example {
         *       "signedOut": true
         *     }
         */
        SignedOut: {
            /** @constant */
            signedOut: true;
        };
        /**
         * @description How staff sign in beside name and password.
         * @example {
         *       "provider": {
         *         "label": "统一身份认证"
         *       }
         *     }
         */
        SignInWays: {
            /** @description Of identities; null where none is set up. */
            provider: {
                /** @description What the settings call it. */
                label: string | null;
            } | null;
        };
        /**
         * @description A second factor that begins, or is confirmed and asked for from now on.
         * @example {
         *       "confirmed": true,
         *       "secret": null,
         *       "url": null
         *     }
         */
        SecondFactor: {
            confirmed: boolean;
            /** @description Base32, to be typed into an authenticator; shown this once. */
            secret: string | null;
            /** @description The same as otpauth: URL, for a QR code. */
            url: string | null;
        };
        /**
         * @example {
         *       "against": "2026-11-01",
         *       "usable": false,
         *       "errors": 1,
         *       "warnings": 0,
         *       "faults": [
         *         {
         *           "file": "wording/en/10-data-usage.yaml",
         *           "line": 1,
         *           "column": 1,
         *           "length": 9,
         *           "severity": "error",
         *           "code": "template-unknown",
         *           "message": "there is no template \"data-used-80\"",
         *           "hint": "write it in wording/zh-CN/ and wording/en/"
         *         }
         *       ]
         *     }
         */
        CheckedDraft: {
            against: string;
            /** @description It could be submitted: there are no errors. */
            usable: boolean;
            errors: number;
            warnings: number;
            /** @description In reading order, at most 500. */
            faults: components["schemas"]["RulebookFault"][];
        };
        /**
         * @description A template as several customers would get it.
         * @example {
         *       "template": "data-used-80",
         *       "channel": "sms",
         *       "rules": [
         *         {
         *           "id": "data-used-80",
         *           "on": "usage.crossed",
         *           "kind": "usage"
         *         }
         *       ],
         *       "partsMax": 4,
         *       "partsNorm": 1,
         *       "texts": [
         *         {
         *           "language": "en",
         *           "findings": [],
         *           "elements": [
         *             {
         *               "element": "nextStep",
         *               "need": "required",
         *               "told": true
         *             }
         *           ],
         *           "facts": [
         *             "bucket.usedPercent"
         *           ],
         *           "samples": [
         *             {
         *               "who": "usual",
         *               "plan": null,
         *               "text": "Kairos Mobile: 80% used.",
         *               "fault": null,
         *               "parts": {
         *                 "count": 1,
         *                 "units": 24,
         *                 "encoding": "gsm7"
         *               },
         *               "costMicroYuan": 30000
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        WordingPreview: {
            template: string;
            /** @enum {string} */
            channel: "sms" | "voice" | "email" | "push" | "staff-call";
            rules: {
                id: string;
                on: string;
                kind: string;
            }[];
            partsMax: number;
            partsNorm: number | null;
            texts: {
                /** @enum {string} */
                language: "zh-CN" | "en";
                findings: {
                    /** @enum {string} */
                    severity: "error" | "warning";
                    code: string;
                    message: string;
                    hint: string;
                    /** @description In the template, from 0; null: the message as a whole. */
                    offset: number | null;
                    length: number;
                    /** @description Words that can take the place of what stands there. */
                    instead: string[];
                }[];
                /** @description What a message of its kind must and should tell (NF-09). */
                elements: {
                    element: string;
                    /** @enum {string} */
                    need: "required" | "wished";
                    told: boolean;
                }[];
                facts: string[];
                samples: {
                    /** @enum {string} */
                    who: "usual" | "longest" | "gotone" | "easyown" | "m-zone";
                    plan: {
                        "zh-CN": string;
                        en: string;
                    } | null;
                    /** @description As it leaves, signature and all; null: a fact is missing. */
                    text: string | null;
                    fault: string | null;
                    /** @description Of a text message (NF-08); null on other channels. */
                    parts: {
                        count: number;
                        units: number;
                        /** @enum {string} */
                        encoding: "gsm7" | "ucs2";
                    } | null;
                    /** @description Null where the channel has no price. */
                    costMicroYuan: number | null;
                }[];
            }[];
        };
        /**
         * @description JSON Schema (draft 7) of each kind of file.
         * @example {
         *       "items": [
         *         {
         *           "kind": "codes",
         *           "files": "codes.yaml",
         *           "schema": {
         *             "type": "object"
         *           }
         *         }
         *       ]
         *     }
         */
        SchemaList: {
            items: {
                /** @enum {string} */
                kind: "touchpoint" | "wording" | "blueprint" | "brands" | "plans" | "packs" | "services" | "promotions" | "places" | "planning" | "limits" | "schedules" | "sources" | "codes";
                /** @description Which files of a rulebook it describes; * stands for a name. */
                files: string;
                schema: {
                    [key: string]: unknown;
                };
            }[];
        };
        /**
         * @description What conditions and templates may name, by the version in force.
         * @example {
         *       "on": "usage.crossed",
         *       "names": [
         *         {
         *           "path": "bucket.usedPercent",
         *           "kind": "percent",
         *           "words": [],
         *           "filters": [
         *             "percent"
         *           ]
         *         }
         *       ],
         *       "functions": [
         *         "yuan",
         *         "mb"
         *       ],
         *       "moments": [
         *         "bucket.asOf"
         *       ],
         *       "oncePer": [
         *         "line",
         *         "bucket",
         *         "period"
         *       ]
         *     }
         */
        NameList: {
            on: string;
            names: {
                path: string;
                /** @enum {string} */
                kind: "money" | "bytes" | "instant" | "day" | "month" | "percent" | "count" | "text" | "flag" | "list";
                /** @description What it can hold; empty: any. */
                words: string[];
                /** @description Filters that print it in a template; null: as it is. */
                filters: (string | null)[];
            }[];
            functions: string[];
            /** @description Times that "at" can count from. */
            moments: string[];
            oncePer: string[];
        };
        /**
         * @description Moments of which nobody would be told (NF-11), and what is held and not used.
         * @example {
         *       "version": "2026-11-01",
         *       "day": "2026-11-20",
         *       "untold": [
         *         {
         *           "what": "service",
         *           "id": "weather",
         *           "moment": "cancelled",
         *           "who": [],
         *           "note": "no rule on service.cancelled tells of it"
         *         }
         *       ],
         *       "gaps": [
         *         {
         *           "what": "code",
         *           "id": "oldCode",
         *           "note": "no message names it"
         *         }
         *       ]
         *     }
         */
        Completeness: {
            version: string;
            day: string;
            untold: {
                /** @enum {string} */
                what: "plan" | "service" | "promotion";
                id: string;
                moment: string;
                /** @description Who would not be told; empty: nobody would. */
                who: string[];
                note: string;
            }[];
            gaps: {
                /** @enum {string} */
                what: "trigger" | "schedule" | "ladder" | "code" | "brand";
                id: string;
                note: string;
            }[];
        };
        /**
         * @description The rules in force, in the order of the rulebook. What became of them: GET /figures by rule.
         * @example {
         *       "version": "2026-11-01",
         *       "items": [
         *         {
         *           "id": "data-used-80",
         *           "touchpoint": "data-usage",
         *           "title": {
         *             "zh-CN": "套餐流量",
         *             "en": "Data usage"
         *           },
         *           "on": "usage.crossed",
         *           "class": "real-time",
         *           "to": "line",
         *           "channels": [
         *             "sms",
         *             "push"
         *           ],
         *           "template": "data-used-80",
         *           "text": {
         *             "zh-CN": "已用80%。",
         *             "en": "80% used."
         *           },
         *           "scope": null,
         *           "from": null,
         *           "until": null,
         *           "source": [
         *             "TP10-11"
         *           ]
         *         }
         *       ]
         *     }
         */
        RuleList: {
            version: string;
            items: {
                id: string;
                touchpoint: string;
                /** @description What the touchpoint is called. */
                title: {
                    "zh-CN": string;
                    en: string;
                };
                on: string;
                /** @enum {string} */
                class: "code" | "real-time" | "notice" | "courtesy" | "marketing";
                /** @enum {string} */
                to: "line" | "contacts";
                /** @description Of its ladder, in turn. */
                channels: ("sms" | "voice" | "email" | "push" | "staff-call")[];
                template: string;
                /** @description The template in both languages, as written. */
                text: {
                    "zh-CN": string;
                    en: string;
                };
                scope: string | null;
                from: string | null;
                until: string | null;
                /** @description Requirements. */
                source: string[];
            }[];
        };
        /** @description One moment of the conversation with a line, and with the contacts of its account. */
        TimelineEntry: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "event" | "planned" | "withheld" | "sent" | "outcome";
            /** @description Event type, rule, or outcome. */
            what: string;
            channel: ("sms" | "voice" | "email" | "push" | "staff-call") | null;
            /** @description The message as sent, or the words of a reply, where they are still kept. */
            text: string | null;
            note: string;
            reminder: string | null;
            /** @description Who was told: a contact who is no customer; null where it was the line itself. */
            contact: {
                id: string;
                /** @description Its middle hidden; null once the number is forgotten. */
                number: string | null;
            } | null;
            eventId: string | null;
            /** @description Who of staff did it. */
            by: string | null;
        };
        /**
         * @description Newest first. The number itself is not repeated.
         * @example {
         *       "account": "A17",
         *       "line": "L17",
         *       "items": [
         *         {
         *           "at": "2026-11-20T00:16:02.000Z",
         *           "kind": "sent",
         *           "what": "data-used-80",
         *           "channel": "sms",
         *           "text": "【恰时移动】本月套餐流量已用80%，还剩100MB，可用到11月30日。",
         *           "note": "1 part by sms-log",
         *           "reminder": "A17/L17/data-used-80/2026-11",
         *           "contact": null,
         *           "eventId": null,
         *           "by": null
         *         }
         *       ],
         *       "next": null,
         *       "erased": null
         *     }
         */
        Timeline: {
            account: string;
            line: string;
            items: components["schemas"]["TimelineEntry"][];
            /** @description Cursor of the next page; null when this is the last. */
            next: string | null;
            /** @description When the person behind the account was erased; null when nobody was. */
            erased: string | null;
        };
        /**
         * @description What the months came to, from the customers’ side.
         * @example {
         *       "customers": 300,
         *       "messages": 3210,
         *       "atNight": 12,
         *       "whileResting": 4,
         *       "late": 5,
         *       "moot": 1,
         *       "omitted": 9,
         *       "shocks": 20,
         *       "stops": 18,
         *       "unwarned": 0,
         *       "complaints": [
         *         {
         *           "factor": 1,
         *           "count": 2
         *         }
         *       ]
         *     }
         */
        WhatIfFigures: {
            customers: number;
            /** @description Shown on handsets, texts and calls. */
            messages: number;
            /** @description Between 21:00 and 08:00. */
            atNight: number;
            /** @description Of these, while the customer rested. */
            whileResting: number;
            /** @description Expected and told, but late. */
            late: number;
            /** @description No longer true when shown. */
            moot: number;
            /** @description Expected and never told. */
            omitted: number;
            /** @description Months in which use beyond the plan, or abroad, passed 50 yuan. */
            shocks: number;
            /** @description First restrictions and suspensions for arrears. */
            stops: number;
            /** @description Of these, without any warning shown. */
            unwarned: number;
            complaints: {
                /** @description One of the sixteen (GM-02). */
                factor: number;
                count: number;
            }[];
        };
        /**
         * @description The same months of the same simulated people under two versions.
         * @example {
         *       "id": "mi8k2f0-1",
         *       "by": "wang",
         *       "at": "2026-11-20T01:20:00.000Z",
         *       "versions": [
         *         "r-1a2b3c",
         *         "r-5e0c1a"
         *       ],
         *       "seed": "what-if",
         *       "customers": 300,
         *       "month": "2026-10",
         *       "months": 1,
         *       "state": "running",
         *       "share": 0.4,
         *       "facts": 5120,
         *       "figures": null,
         *       "failure": null
         *     }
         */
        WhatIf: {
            id: string;
            by: string;
            /** Format: date-time */
            at: string;
            /** @description Before and after, in the order of the figures. */
            versions: string[];
            seed: string;
            customers: number;
            /** @description The first month that is played. */
            month: string;
            months: number;
            /** @enum {string} */
            state: "running" | "done" | "failed" | "cancelled";
            share: number;
            /** @description Played so far under the version that is being played. */
            facts: number;
            figures: components["schemas"]["WhatIfFigures"][] | null;
            failure: string | null;
        };
        WhatIfList: {
            items: components["schemas"]["WhatIf"][];
        };
        /** @description What is wrong with one field, and what to do. */
        Fault: {
            /** @enum {string} */
            code: "not-utf8" | "not-json" | "too-long" | "too-many" | "too-deep" | "wrong-kind" | "missing" | "wrong-version" | "unknown-type" | "unknown-field" | "bad-name" | "bad-text" | "wrong-form" | "not-allowed" | "out-of-range" | "wrong-subject";
            /** @description Path from the top, e.g. data.packIds[3]; empty for the whole. */
            field: string;
            problem: string;
            remedy: string;
        };
        /**
         * @description RFC 9457 problem details; all codes are listed in docs/errors.md.
         * @example {
         *       "type": "urn:kairos:problem:busy",
         *       "title": "More has come in than can be decided at once; nothing of this request was kept.",
         *       "status": 429,
         *       "code": "busy",
         *       "remedy": "Send it again after the seconds of \"Retry-After\".",
         *       "requestId": "mhq2-1f"
         *     }
         */
        Problem: {
            /** @description urn:kairos:problem:<code> */
            type: string;
            title: string;
            status: number;
            /** @enum {string} */
            code: "bad-request" | "not-json" | "invalid-input" | "refused-event" | "refused-batch" | "not-authenticated" | "sign-in-refused" | "code-needed" | "not-permitted" | "csrf" | "password-change-needed" | "reason-needed" | "own-submission" | "own-request" | "no-such-route" | "not-found" | "no-stage" | "wrong-method" | "body-too-slow" | "wrong-state" | "dry-run-missing" | "body-too-large" | "too-many-events" | "url-too-long" | "wrong-content-type" | "unknown-host" | "rulebook-faulty" | "mandatory" | "weak-password" | "too-many-attempts" | "busy" | "headers-too-large" | "internal" | "unavailable" | "too-many-listeners" | "not-ready";
            /** @description What to do. */
            remedy: string;
            /** @description Also in the header X-Request-Id and in the log. */
            requestId: string;
            detail?: string;
            field?: string;
            faults?: components["schemas"]["Fault"][];
            places?: components["schemas"]["RulebookFault"][];
            results?: unknown[];
        };
        /**
         * @description decided: committed with all that follows. duplicate: known already, nothing changed. waiting: kept up to 24 h until its line is opened. set-aside: kept, not decided.
         * @example {
         *       "state": "decided"
         *     }
         * @example {
         *       "state": "set-aside",
         *       "reason": "from-the-future"
         *     }
         */
        Verdict: {
            /** @enum {string} */
            state: "decided" | "duplicate" | "waiting" | "set-aside";
            /**
             * @description Of set-aside.
             * @enum {string}
             */
            reason?: "from-the-future" | "too-late-to-check" | "conflict" | "unknown-line" | "too-many-lines" | "number-in-use" | "decision-failed" | "commit-refused";
        };
        /** @description A verdict, or why nothing was kept. */
        EventResult: components["schemas"]["Verdict"] | {
            /** @constant */
            state: "refused";
            faults: components["schemas"]["Fault"][];
        };
        /**
         * @description One result per event, in their order.
         * @example {
         *       "results": [
         *         {
         *           "state": "decided"
         *         },
         *         {
         *           "state": "duplicate"
         *         }
         *       ]
         *     }
         */
        BatchResult: {
            results: components["schemas"]["EventResult"][];
        };
        /** @description One line of the answer to NDJSON; the last one has "end". */
        LineResult: {
            line: number;
            /** @enum {string} */
            state: "decided" | "duplicate" | "waiting" | "set-aside";
            /**
             * @description Of set-aside.
             * @enum {string}
             */
            reason?: "from-the-future" | "too-late-to-check" | "conflict" | "unknown-line" | "too-many-lines" | "number-in-use" | "decision-failed" | "commit-refused";
        } | {
            line: number;
            /** @constant */
            state: "refused";
            faults: components["schemas"]["Fault"][];
        } | {
            line: number;
            /** @constant */
            state: "header";
        } | {
            /** @description True when all lines were answered. */
            end: boolean;
            lines: number;
            decided: number;
            duplicate: number;
            waiting: number;
            "set-aside": number;
            refused: number;
            /** @description Why it ended early: busy or unavailable. */
            code?: string;
            retryAfterS?: number;
        };
        /**
         * @description The time on the stage, and who may be played.
         * @example {
         *       "now": "2026-11-20T00:16:02.000Z",
         *       "aheadMs": 0,
         *       "waitingUntil": null,
         *       "people": [
         *         {
         *           "account": "A31000000",
         *           "name": "陈思远",
         *           "number": "15430000001",
         *           "brand": "gotone",
         *           "language": "zh-CN",
         *           "plan": {
         *             "zh-CN": "商旅58",
         *             "en": "Business 58"
         *           },
         *           "isInvented": true
         *         }
         *       ]
         *     }
         */
        Stage: {
            /**
             * Format: date-time
             * @description The time on the stage; it may be ahead of the real one.
             */
            now: string;
            aheadMs: number;
            /** @description While time is passing quickly: until when. */
            waitingUntil: string | null;
            people: {
                account: string;
                name: string;
                /** @description Masked, unless it was invented here. */
                number: string;
                /** @enum {string} */
                brand: "gotone" | "easyown" | "m-zone";
                /** @enum {string} */
                language: "zh-CN" | "en";
                /** @description Null before the account is opened. */
                plan: {
                    "zh-CN": string;
                    en: string;
                } | null;
                isInvented: boolean;
            }[];
        };
        /**
         * @description What a fact set going: which rules were asked, what was planned, sent and received.
         * @example {
         *       "id": "ocs/stage-1",
         *       "at": "2026-11-20T00:16:02.000Z",
         *       "happening": "use-data",
         *       "facts": [
         *         {
         *           "source": "ocs",
         *           "id": "stage-1",
         *           "type": "usage.reported",
         *           "body": {
         *             "usedBytes": 419430400
         *           }
         *         }
         *       ],
         *       "considered": [
         *         {
         *           "rule": "data-used-80",
         *           "outcome": "planned"
         *         }
         *       ],
         *       "reminders": [
         *         {
         *           "id": "A31000000/data-used-80/L31000000-1/2026-11",
         *           "rule": "data-used-80",
         *           "touchpoint": "data-usage",
         *           "class": "real-time",
         *           "state": "delivered",
         *           "reason": null,
         *           "due": "2026-11-20T00:16:02.000Z",
         *           "usefulUntil": "2026-11-20T02:16:02.000Z",
         *           "channel": "sms",
         *           "plannedAt": "2026-11-20T00:16:02.000Z",
         *           "concludedAt": "2026-11-20T00:16:05.000Z",
         *           "passed": [
         *             "allowed",
         *             "consent",
         *             "once-per",
         *             "told-recently",
         *             "useful"
         *           ],
         *           "notes": [
         *             {
         *               "zh-CN": "时间：任何时间都可发",
         *               "en": "time: at any hour"
         *             }
         *           ],
         *           "trail": [
         *             {
         *               "at": "2026-11-20T00:16:02.000Z",
         *               "state": "planned",
         *               "note": {
         *                 "zh-CN": "任何时间都可发",
         *                 "en": "at any hour"
         *               }
         *             }
         *           ],
         *           "attempts": [
         *             {
         *               "gateway": "smpp-sms",
         *               "channel": "sms",
         *               "text": "【恰时移动】本月流量已用80%。",
         *               "parts": 1,
         *               "decidedAt": "2026-11-20T00:16:02.000Z",
         *               "acceptedAt": "2026-11-20T00:16:02.000Z",
         *               "concludedAt": "2026-11-20T00:16:05.000Z",
         *               "outcome": "delivered",
         *               "code": "DELIVRD:000"
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        StageRoad: {
            id: string;
            /** Format: date-time */
            at: string;
            /** @description What was made to happen, if anything. */
            happening: ("open-account" | "use-data" | "make-calls" | "top-up" | "change-plan" | "keep-plan" | "order-service" | "cancel-service" | "ask-call-details" | "arrive-abroad" | "return-home" | "lose-phone" | "replace-card") | null;
            facts: {
                source: string;
                id: string;
                type: string;
                body: {
                    [key: string]: unknown;
                };
            }[];
            considered: {
                rule: string;
                outcome: string;
            }[];
            reminders: {
                id: string;
                rule: string;
                touchpoint: string;
                /** @enum {string} */
                class: "code" | "real-time" | "notice" | "courtesy" | "marketing";
                /** @enum {string} */
                state: "planned" | "attempted" | "delivered" | "failed" | "expired" | "unconfirmed" | "withheld";
                reason: ("not-allowed" | "no-consent" | "unsubscribed" | "blocked" | "once-per" | "superseded" | "merged" | "told-recently" | "frequency-cap" | "moot" | "too-late" | "published-late" | "stale-facts" | "recalled" | "paused" | "no-channel" | "incomplete" | "too-long" | "line-closed" | "erased" | "maybe-sent" | "held-back") | null;
                /** Format: date-time */
                due: string;
                /** Format: date-time */
                usefulUntil: string;
                /** @enum {string} */
                channel: "sms" | "voice" | "email" | "push" | "staff-call";
                /** Format: date-time */
                plannedAt: string;
                concludedAt: string | null;
                /** @description Questions of planning that were answered with yes, in order. */
                passed: string[];
                /** @description What planning noted: when, and by which channel, or why not. */
                notes: {
                    "zh-CN": string;
                    en: string;
                }[];
                trail: {
                    /** Format: date-time */
                    at: string;
                    state: string;
                    /** @description In the words of either language. */
                    note: {
                        "zh-CN": string;
                        en: string;
                    };
                }[];
                attempts: {
                    gateway: string;
                    /** @enum {string} */
                    channel: "sms" | "voice" | "email" | "push" | "staff-call";
                    text: string | null;
                    parts: number;
                    /** Format: date-time */
                    decidedAt: string;
                    acceptedAt: string | null;
                    concludedAt: string | null;
                    outcome: string | null;
                    /** @description Of the receipt. */
                    code: string | null;
                }[];
            }[];
        };
        /**
         * @description On the screen: what the centre brought to this phone, or what it wrote.
         * @example {
         *       "id": "1",
         *       "at": "2026-11-20T00:16:05.000Z",
         *       "from": "10086",
         *       "text": "回复2651加购流量包。",
         *       "parts": 1,
         *       "codes": [
         *         "2651"
         *       ]
         *     }
         */
        StageMessage: {
            id: string;
            /** Format: date-time */
            at: string;
            /** @description Null: written with this phone. */
            from: string | null;
            text: string;
            parts: number;
            /** @description Codes that it asks to be sent back. */
            codes: string[];
        };
        /**
         * @description A simulated customer with the phone in hand.
         * @example {
         *       "account": "A31000000",
         *       "name": "陈思远",
         *       "number": "15430000001",
         *       "brand": "gotone",
         *       "language": "zh-CN",
         *       "plan": {
         *         "zh-CN": "商旅58",
         *         "en": "Business 58"
         *       },
         *       "isInvented": true,
         *       "now": "2026-11-20T00:16:02.000Z",
         *       "aheadMs": 0,
         *       "waitingUntil": null,
         *       "isPhoneOn": true,
         *       "held": {
         *         "plan": {
         *           "zh-CN": "商旅58",
         *           "en": "Business 58"
         *         },
         *         "nextPlan": null,
         *         "balance": 58000000,
         *         "isPrepaid": true,
         *         "usedBytes": 419430400,
         *         "allowanceBytes": 524288000,
         *         "abroad": null,
         *         "standing": "normal",
         *         "services": []
         *       },
         *       "may": [
         *         "use-data",
         *         "top-up"
         *       ],
         *       "messages": [
         *         {
         *           "id": "1",
         *           "at": "2026-11-20T00:16:05.000Z",
         *           "from": "10086",
         *           "text": "回复2651加购流量包。",
         *           "parts": 1,
         *           "codes": [
         *             "2651"
         *           ]
         *         }
         *       ],
         *       "roads": [
         *         {
         *           "id": "ocs/stage-1",
         *           "at": "2026-11-20T00:16:02.000Z",
         *           "happening": "use-data",
         *           "facts": [
         *             {
         *               "source": "ocs",
         *               "id": "stage-1",
         *               "type": "usage.reported",
         *               "body": {
         *                 "usedBytes": 419430400
         *               }
         *             }
         *           ],
         *           "considered": [
         *             {
         *               "rule": "data-used-80",
         *               "outcome": "planned"
         *             }
         *           ],
         *           "reminders": [
         *             {
         *               "id": "A31000000/data-used-80/L31000000-1/2026-11",
         *               "rule": "data-used-80",
         *               "touchpoint": "data-usage",
         *               "class": "real-time",
         *               "state": "delivered",
         *               "reason": null,
         *               "due": "2026-11-20T00:16:02.000Z",
         *               "usefulUntil": "2026-11-20T02:16:02.000Z",
         *               "channel": "sms",
         *               "plannedAt": "2026-11-20T00:16:02.000Z",
         *               "concludedAt": "2026-11-20T00:16:05.000Z",
         *               "passed": [
         *                 "allowed",
         *                 "consent",
         *                 "once-per",
         *                 "told-recently",
         *                 "useful"
         *               ],
         *               "notes": [
         *                 {
         *                   "zh-CN": "时间：任何时间都可发",
         *                   "en": "time: at any hour"
         *                 }
         *               ],
         *               "trail": [
         *                 {
         *                   "at": "2026-11-20T00:16:02.000Z",
         *                   "state": "planned",
         *                   "note": {
         *                     "zh-CN": "任何时间都可发",
         *                     "en": "at any hour"
         *                   }
         *                 }
         *               ],
         *               "attempts": [
         *                 {
         *                   "gateway": "smpp-sms",
         *                   "channel": "sms",
         *                   "text": "【恰时移动】本月流量已用80%。",
         *                   "parts": 1,
         *                   "decidedAt": "2026-11-20T00:16:02.000Z",
         *                   "acceptedAt": "2026-11-20T00:16:02.000Z",
         *                   "concludedAt": "2026-11-20T00:16:05.000Z",
         *                   "outcome": "delivered",
         *                   "code": "DELIVRD:000"
         *                 }
         *               ]
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        StageScene: {
            account: string;
            name: string;
            /** @description Masked, unless it was invented here. */
            number: string;
            /** @enum {string} */
            brand: "gotone" | "easyown" | "m-zone";
            /** @enum {string} */
            language: "zh-CN" | "en";
            /** @description Null before the account is opened. */
            plan: {
                "zh-CN": string;
                en: string;
            } | null;
            isInvented: boolean;
            /**
             * Format: date-time
             * @description The time on the stage; it may be ahead of the real one.
             */
            now: string;
            aheadMs: number;
            /** @description While time is passing quickly: until when. */
            waitingUntil: string | null;
            isPhoneOn: boolean;
            /** @description Null before the account is opened. */
            held: {
                plan: {
                    "zh-CN": string;
                    en: string;
                };
                /** @description Ordered, from the first of the next month. */
                nextPlan: {
                    "zh-CN": string;
                    en: string;
                } | null;
                /** @description Micro-yuan. */
                balance: number | null;
                isPrepaid: boolean;
                usedBytes: number;
                allowanceBytes: number;
                abroad: {
                    "zh-CN": string;
                    en: string;
                } | null;
                /** @enum {string} */
                standing: "normal" | "restricted" | "suspended";
                services: {
                    "zh-CN": string;
                    en: string;
                }[];
            } | null;
            /** @description What can happen now. */
            may: ("open-account" | "use-data" | "make-calls" | "top-up" | "change-plan" | "keep-plan" | "order-service" | "cancel-service" | "ask-call-details" | "arrive-abroad" | "return-home" | "lose-phone" | "replace-card")[];
            /** @description Oldest first. */
            messages: components["schemas"]["StageMessage"][];
            /** @description Newest first. */
            roads: components["schemas"]["StageRoad"][];
        };
        /** @description A CloudEvents 1.0 event in JSON; see docs/events. */
        Event: components["schemas"]["event.line.opened"] | components["schemas"]["event.line.closed"] | components["schemas"]["event.profile.changed"] | components["schemas"]["event.preference.changed"] | components["schemas"]["event.payment.received"] | components["schemas"]["event.balance.reported"] | components["schemas"]["event.balance.corrected"] | components["schemas"]["event.usage.reported"] | components["schemas"]["event.usage.corrected"] | components["schemas"]["event.roaming.registered"] | components["schemas"]["event.query.performed"] | components["schemas"]["event.standing.reported"] | components["schemas"]["event.plan.change-ordered"] | components["schemas"]["event.plan.changed"] | components["schemas"]["event.plan.change-cancelled"] | components["schemas"]["event.payment-group.opened"] | components["schemas"]["event.payment-group.joined"] | components["schemas"]["event.payment-group.left"] | components["schemas"]["event.family-net.created"] | components["schemas"]["event.family-net.joined"] | components["schemas"]["event.family-net.left"] | components["schemas"]["event.virtual-net.joined"] | components["schemas"]["event.virtual-net.left"] | components["schemas"]["event.ownership.transferred"] | components["schemas"]["event.account.changed"] | components["schemas"]["event.service.requested"] | components["schemas"]["event.service.ordered"] | components["schemas"]["event.service.cancelled"] | components["schemas"]["event.service.used"] | components["schemas"]["event.promotion.confirmed"] | components["schemas"]["event.promotion.started"] | components["schemas"]["event.promotion.ended"] | components["schemas"]["event.promotion.credited"] | components["schemas"]["event.bill.issued"] | components["schemas"]["event.bill.settled"] | components["schemas"]["event.minimum-spend.due"] | components["schemas"]["event.overdraft.used"] | components["schemas"]["event.charges.reported"] | components["schemas"]["event.spending.reported"] | components["schemas"]["event.usage.surged"] | components["schemas"]["event.broadband.linked"] | components["schemas"]["event.broadband.balance-low"] | components["schemas"]["event.points.changed"] | components["schemas"]["event.points.expiring"] | components["schemas"]["event.roaming.opened"] | components["schemas"]["event.order.progressed"] | components["schemas"]["event.contact.recorded"] | components["schemas"]["event.reply.received"] | components["schemas"]["event.contact-person.named"] | components["schemas"]["event.contact-person.removed"] | components["schemas"]["event.campaign.launched"];
        /**
         * line.opened
         * @description A line was opened under an account, or an older customer is being loaded (`joinedOn` in the past).
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "line.opened-1",
         *       "type": "line.opened",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "account:A17",
         *       "data": {
         *         "line": "L17",
         *         "number": "+8613800138000",
         *         "name": "王小明",
         *         "brand": "easyown",
         *         "planId": "easyown-18",
         *         "packIds": [
         *           "data-100m"
         *         ],
         *         "payMode": "prepaid",
         *         "language": "zh-CN",
         *         "province": "zhejiang",
         *         "city": "taizhou"
         *       }
         *     }
         */
        "event.line.opened": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "line.opened";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                line: string;
                number: string;
                name?: string;
                /** Format: date */
                joinedOn?: string;
                /** @enum {string} */
                via?: "hall" | "agent" | "web" | "kit";
                /** @enum {string} */
                brand: "gotone" | "easyown" | "m-zone";
                planId: string;
                /** @default [] */
                packIds?: string[];
                /** @enum {string} */
                payMode: "prepaid" | "postpaid";
                /** @default 0 */
                star?: number;
                /**
                 * @default none
                 * @enum {string}
                 */
                vip?: "none" | "silver" | "gold" | "diamond";
                /** @enum {string} */
                language: "zh-CN" | "en";
                province: string;
                city: string;
                birthYear?: number;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * line.closed
         * @description The line was closed; its number may be given to someone else.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "line.closed-1",
         *       "type": "line.closed",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {}
         *     }
         */
        "event.line.closed": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "line.closed";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data?: Record<string, never>;
        } & {
            [key: string]: unknown;
        };
        /**
         * profile.changed
         * @description Brand, plan, packs, star level or place changed; only the fields that changed are sent.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "profile.changed-1",
         *       "type": "profile.changed",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "planId": "gotone-88",
         *         "star": 4
         *       }
         *     }
         */
        "event.profile.changed": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "profile.changed";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data?: {
                /** @enum {string} */
                brand?: "gotone" | "easyown" | "m-zone";
                planId?: string;
                packIds?: string[];
                /** @enum {string} */
                payMode?: "prepaid" | "postpaid";
                star?: number;
                /** @enum {string} */
                vip?: "none" | "silver" | "gold" | "diamond";
                /** @enum {string} */
                language?: "zh-CN" | "en";
                province?: string;
                city?: string;
                birthYear?: number;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * preference.changed
         * @description The customer changed how, when or of what to be told.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "preference.changed-1",
         *       "type": "preference.changed",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "channel": "push",
         *         "activeHours": {
         *           "from": "09:00",
         *           "to": "20:00"
         *         },
         *         "unsubscribe": [
         *           "weekly-summary"
         *         ]
         *       }
         *     }
         */
        "event.preference.changed": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "preference.changed";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data?: {
                channel?: ("sms" | "voice" | "email" | "push") | null;
                activeHours?: {
                    from: string;
                    to: string;
                } | null;
                marketingConsent?: boolean;
                subscribe?: string[];
                unsubscribe?: string[];
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * payment.received
         * @description A payment was booked; the balance is the one after it.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "payment.received-1",
         *       "type": "payment.received",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "amountMicroYuan": 50000000,
         *         "balanceMicroYuan": 59800000,
         *         "purpose": "top-up",
         *         "method": "app"
         *       }
         *     }
         */
        "event.payment.received": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "payment.received";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                amountMicroYuan: number;
                balanceMicroYuan: number;
                /** Format: date */
                validUntil?: string;
                /** @enum {string} */
                purpose: "opening" | "top-up" | "arrears";
                /** @enum {string} */
                method: "counter" | "card" | "bank" | "app" | "agent";
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * balance.reported
         * @description The balance as BOSS has it at this time.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "balance.reported-1",
         *       "type": "balance.reported",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "balanceMicroYuan": 9800000,
         *         "validUntil": "2026-12-31"
         *       }
         *     }
         */
        "event.balance.reported": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "balance.reported";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                balanceMicroYuan: number;
                /** Format: date */
                validUntil?: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * balance.corrected
         * @description An earlier balance was wrong; this one stands in its place.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "balance.corrected-1",
         *       "type": "balance.corrected",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "balanceMicroYuan": 19800000
         *       }
         *     }
         */
        "event.balance.corrected": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "balance.corrected";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                balanceMicroYuan: number;
                /** Format: date */
                validUntil?: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * usage.reported
         * @description What one allowance counter has reached in its period, as a total (not an increment).
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "usage.reported-1",
         *       "type": "usage.reported",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "bucketId": "data-main",
         *         "kind": "data",
         *         "periodStart": "2026-11-01",
         *         "periodEnd": "2026-11-30",
         *         "usedBytes": 419430400,
         *         "allowanceBytes": 524288000
         *       }
         *     }
         */
        "event.usage.reported": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "usage.reported";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                bucketId: string;
                /** @enum {string} */
                kind: "data" | "roaming-data";
                /** Format: date */
                periodStart: string;
                /** Format: date */
                periodEnd: string;
                usedBytes: number;
                allowanceBytes: number;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * usage.corrected
         * @description An earlier usage report was wrong; only a correction lowers a counter.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "usage.corrected-1",
         *       "type": "usage.corrected",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "bucketId": "data-main",
         *         "kind": "data",
         *         "periodStart": "2026-11-01",
         *         "periodEnd": "2026-11-30",
         *         "usedBytes": 209715200,
         *         "allowanceBytes": 524288000
         *       }
         *     }
         */
        "event.usage.corrected": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "usage.corrected";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                bucketId: string;
                /** @enum {string} */
                kind: "data" | "roaming-data";
                /** Format: date */
                periodStart: string;
                /** Format: date */
                periodEnd: string;
                usedBytes: number;
                allowanceBytes: number;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * roaming.registered
         * @description The handset registered in a network, abroad or back at home.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "roaming.registered-1",
         *       "type": "roaming.registered",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "mcc": "440",
         *         "mnc": "10"
         *       }
         *     }
         */
        "event.roaming.registered": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "roaming.registered";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                mcc: string;
                mnc?: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * query.performed
         * @description Somebody looked up what only the customer should see (call details, location …).
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "query.performed-1",
         *       "type": "query.performed",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "kind": "call-detail",
         *         "channel": "web",
         *         "verifiedBy": "service-password-and-code",
         *         "month": "2026-10"
         *       }
         *     }
         */
        "event.query.performed": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "query.performed";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                /** @enum {string} */
                kind: "call-detail" | "location" | "name" | "id-number" | "family-net" | "virtual-net";
                /** @enum {string} */
                channel: "web" | "hotline" | "hall" | "sms" | "app" | "kiosk";
                /** @enum {string} */
                verifiedBy: "service-password" | "service-password-and-code" | "id-document";
                month?: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * standing.reported
         * @description BOSS restricted, suspended or restored the line.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "standing.reported-1",
         *       "type": "standing.reported",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "standing": "restricted",
         *         "reason": "arrears"
         *       }
         *     }
         */
        "event.standing.reported": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "standing.reported";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                /** @enum {string} */
                standing: "normal" | "restricted" | "suspended";
                /** @enum {string} */
                reason: "arrears" | "validity" | "lost-phone" | "own-wish" | "paid";
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * plan.change-ordered
         * @description Another plan was ordered; it holds from `startsOn`.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "plan.change-ordered-1",
         *       "type": "plan.change-ordered",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "planId": "easyown-28",
         *         "startsOn": "2026-12-01"
         *       }
         *     }
         */
        "event.plan.change-ordered": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "plan.change-ordered";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                planId: string;
                /** Format: date */
                startsOn: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * plan.changed
         * @description The new plan is in force. `fromPlanId` is needed where `profile.changed` came before.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "plan.changed-1",
         *       "type": "plan.changed",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "planId": "easyown-28",
         *         "fromPlanId": "easyown-18"
         *       }
         *     }
         */
        "event.plan.changed": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "plan.changed";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                planId: string;
                fromPlanId?: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * plan.change-cancelled
         * @description An ordered change of plan was taken back.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "plan.change-cancelled-1",
         *       "type": "plan.change-cancelled",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "planId": "easyown-28"
         *       }
         *     }
         */
        "event.plan.change-cancelled": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "plan.change-cancelled";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                planId: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * payment-group.opened
         * @description The account may now pay for others (unified payment).
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "payment-group.opened-1",
         *       "type": "payment-group.opened",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "account:A17",
         *       "data": {}
         *     }
         */
        "event.payment-group.opened": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "payment-group.opened";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data?: Record<string, never>;
        } & {
            [key: string]: unknown;
        };
        /**
         * payment-group.joined
         * @description From now on another account pays for this one. Numbers come with their middle hidden.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "payment-group.joined-1",
         *       "type": "payment-group.joined",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "account:A17",
         *       "data": {
         *         "headAccount": "A2",
         *         "headMasked": "138****1234",
         *         "memberMasked": "139****5678"
         *       }
         *     }
         */
        "event.payment-group.joined": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "payment-group.joined";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                headAccount: string;
                headMasked?: string;
                memberMasked?: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * payment-group.left
         * @description The account pays for itself again.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "payment-group.left-1",
         *       "type": "payment-group.left",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "account:A17",
         *       "data": {
         *         "headMasked": "138****1234",
         *         "memberMasked": "139****5678"
         *       }
         *     }
         */
        "event.payment-group.left": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "payment-group.left";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data?: {
                headMasked?: string;
                memberMasked?: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * family-net.created
         * @description The account created a family net and is its head.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "family-net.created-1",
         *       "type": "family-net.created",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "shortNumber": "661",
         *         "minutes": 200
         *       }
         *     }
         */
        "event.family-net.created": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "family-net.created";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                shortNumber: string;
                minutes: number;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * family-net.joined
         * @description The line joined the family net of another account.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "family-net.joined-1",
         *       "type": "family-net.joined",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "headAccount": "A2",
         *         "headMasked": "138****1234",
         *         "shortNumber": "663",
         *         "minutes": 200
         *       }
         *     }
         */
        "event.family-net.joined": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "family-net.joined";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                headAccount: string;
                headMasked: string;
                shortNumber: string;
                minutes: number;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * family-net.left
         * @description The line was removed from its family net, today or from the next month on.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "family-net.left-1",
         *       "type": "family-net.left",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "when": "next-cycle",
         *         "lastDay": "2026-11-30",
         *         "headMasked": "138****1234",
         *         "memberMasked": "139****5678",
         *         "shortNumber": "663"
         *       }
         *     }
         */
        "event.family-net.left": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "family-net.left";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                /** @enum {string} */
                when: "now" | "next-cycle";
                /** Format: date */
                lastDay: string;
                headMasked: string;
                memberMasked: string;
                shortNumber: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * virtual-net.joined
         * @description The line joined a company's short-number net.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "virtual-net.joined-1",
         *       "type": "virtual-net.joined",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "netName": "海风渔业",
         *         "shortNumber": "66123",
         *         "monthlyFeeMicroYuan": 5000000,
         *         "minutes": 300,
         *         "startsOn": "2026-11-20"
         *       }
         *     }
         */
        "event.virtual-net.joined": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "virtual-net.joined";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                netName: string;
                shortNumber: string;
                monthlyFeeMicroYuan?: number;
                minutes?: number;
                /** Format: date */
                startsOn: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * virtual-net.left
         * @description The line left a company's short-number net.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "virtual-net.left-1",
         *       "type": "virtual-net.left",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "netName": "海风渔业",
         *         "lastDay": "2026-11-30"
         *       }
         *     }
         */
        "event.virtual-net.left": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "virtual-net.left";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                netName: string;
                /** Format: date */
                lastDay: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * ownership.transferred
         * @description A number went from one owner to another; sent once for each, under their own accounts.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "ownership.transferred-1",
         *       "type": "ownership.transferred",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "account:A17",
         *       "data": {
         *         "side": "new",
         *         "startsOn": "2026-11-20"
         *       }
         *     }
         */
        "event.ownership.transferred": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ownership.transferred";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                /** @enum {string} */
                side: "former" | "new";
                /** Format: date */
                startsOn: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * account.changed
         * @description Who pays, how it is paid, or where bills go was changed.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "account.changed-1",
         *       "type": "account.changed",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "account:A17",
         *       "data": {
         *         "what": "bank-debit",
         *         "startsOn": "2026-12-01"
         *       }
         *     }
         */
        "event.account.changed": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "account.changed";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                /** @enum {string} */
                what: "payer" | "pay-mode" | "bank-debit" | "address";
                /** Format: date */
                startsOn: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * service.requested
         * @description A service was asked for by text and waits for the customer to confirm.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "service.requested-1",
         *       "type": "service.requested",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "serviceId": "weather",
         *         "startsOn": "2026-11-20"
         *       }
         *     }
         */
        "event.service.requested": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "service.requested";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                serviceId: string;
                /** Format: date */
                startsOn: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * service.ordered
         * @description A service was opened, or a trial became an order (then without `trialUntil`).
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "service.ordered-1",
         *       "type": "service.ordered",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "serviceId": "ring-back-tone",
         *         "startsOn": "2026-11-20",
         *         "priceMicroYuan": 3000000
         *       }
         *     }
         */
        "event.service.ordered": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "service.ordered";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                serviceId: string;
                /** Format: date */
                startsOn: string;
                priceMicroYuan?: number;
                /** Format: date */
                trialUntil?: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * service.cancelled
         * @description A service was cancelled: by the customer, by us, or because its trial ended (SI-22).
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "service.cancelled-1",
         *       "type": "service.cancelled",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "serviceId": "weather",
         *         "lastDay": "2026-11-30",
         *         "by": "customer"
         *       }
         *     }
         */
        "event.service.cancelled": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "service.cancelled";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                serviceId: string;
                /** Format: date */
                lastDay: string;
                /** @enum {string} */
                by: "customer" | "trial-ended" | "operator";
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * service.used
         * @description How often an ordered service was used in a month.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "service.used-1",
         *       "type": "service.used",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "serviceId": "ring-back-tone",
         *         "month": "2026-10",
         *         "times": 0
         *       }
         *     }
         */
        "event.service.used": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "service.used";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                serviceId: string;
                month: string;
                times: number;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * promotion.confirmed
         * @description A promotion or contract was taken up; its end is known to the day or to the month.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "promotion.confirmed-1",
         *       "type": "promotion.confirmed",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "promotionId": "return-thanks",
         *         "startsOn": "2026-12-01",
         *         "lastDay": "2027-11-30",
         *         "monthlyReturnMicroYuan": 10000000,
         *         "months": 12,
         *         "returnDay": 13,
         *         "lastDigit": 3
         *       }
         *     }
         */
        "event.promotion.confirmed": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "promotion.confirmed";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                promotionId: string;
                /** Format: date */
                startsOn: string;
                /** Format: date */
                lastDay?: string;
                lastMonth?: string;
                monthlyReturnMicroYuan?: number;
                months?: number;
                returnDay?: number;
                lastDigit?: number;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * promotion.started
         * @description A promotion taken up before holds from now on.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "promotion.started-1",
         *       "type": "promotion.started",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "promotionId": "return-thanks",
         *         "startsOn": "2026-12-01",
         *         "lastDay": "2027-11-30",
         *         "monthlyReturnMicroYuan": 10000000,
         *         "months": 12,
         *         "returnDay": 13,
         *         "lastDigit": 3
         *       }
         *     }
         */
        "event.promotion.started": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "promotion.started";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                promotionId: string;
                /** Format: date */
                startsOn: string;
                /** Format: date */
                lastDay?: string;
                lastMonth?: string;
                monthlyReturnMicroYuan?: number;
                months?: number;
                returnDay?: number;
                lastDigit?: number;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * promotion.ended
         * @description A promotion no longer holds, whatever its last day was to be.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "promotion.ended-1",
         *       "type": "promotion.ended",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "promotionId": "return-thanks"
         *       }
         *     }
         */
        "event.promotion.ended": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "promotion.ended";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                promotionId: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * promotion.credited
         * @description A promotion's monthly return, campaign recharge or gift was booked; the balance is the one after it.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "promotion.credited-1",
         *       "type": "promotion.credited",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "promotionId": "return-thanks",
         *         "how": "return",
         *         "amountMicroYuan": 10000000,
         *         "balanceMicroYuan": 42500000,
         *         "monthsLeft": 11,
         *         "returnDay": 13,
         *         "lastDigit": 3
         *       }
         *     }
         */
        "event.promotion.credited": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "promotion.credited";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                promotionId: string;
                /** @enum {string} */
                how: "return" | "recharge" | "gift";
                amountMicroYuan: number;
                balanceMicroYuan: number;
                monthsLeft?: number;
                returnDay?: number;
                lastDigit?: number;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * bill.issued
         * @description The bill of a month stands; `payBy` is there where it is to be paid.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "bill.issued-1",
         *       "type": "bill.issued",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "account:A17",
         *       "data": {
         *         "month": "2026-10",
         *         "amountMicroYuan": 86500000,
         *         "payBy": "2026-11-30",
         *         "payer": "self"
         *       }
         *     }
         */
        "event.bill.issued": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "bill.issued";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                month: string;
                amountMicroYuan: number;
                /** Format: date */
                payBy?: string;
                /**
                 * @default self
                 * @enum {string}
                 */
                payer?: "self" | "company";
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * bill.settled
         * @description The bill of a month was paid.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "bill.settled-1",
         *       "type": "bill.settled",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "account:A17",
         *       "data": {
         *         "month": "2026-10"
         *       }
         *     }
         */
        "event.bill.settled": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "bill.settled";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                month: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * minimum-spend.due
         * @description Last month's spend was below the agreed minimum, and the difference is being collected.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "minimum-spend.due-1",
         *       "type": "minimum-spend.due",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "month": "2026-10",
         *         "minimumMicroYuan": 58000000,
         *         "amountMicroYuan": 12400000,
         *         "balanceMicroYuan": 3100000
         *       }
         *     }
         */
        "event.minimum-spend.due": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "minimum-spend.due";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                month: string;
                minimumMicroYuan: number;
                amountMicroYuan: number;
                balanceMicroYuan: number;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * overdraft.used
         * @description The account lives on its overdraft: used so far, and how far it reaches.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "overdraft.used-1",
         *       "type": "overdraft.used",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "account:A17",
         *       "data": {
         *         "usedMicroYuan": 12000000,
         *         "limitMicroYuan": 50000000
         *       }
         *     }
         */
        "event.overdraft.used": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "overdraft.used";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                usedMicroYuan: number;
                limitMicroYuan: number;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * charges.reported
         * @description What one kind of use has cost since a day, as a total (not an increment).
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "charges.reported-1",
         *       "type": "charges.reported",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "kind": "roaming",
         *         "since": "2026-11-18",
         *         "amountMicroYuan": 104000000
         *       }
         *     }
         */
        "event.charges.reported": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "charges.reported";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                /** @enum {string} */
                kind: "roaming" | "data" | "calls";
                /** Format: date */
                since: string;
                amountMicroYuan: number;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * spending.reported
         * @description What the line has spent from one day to another, both counted; told by the week to those who ordered it.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "spending.reported-1",
         *       "type": "spending.reported",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "since": "2026-11-09",
         *         "until": "2026-11-15",
         *         "amountMicroYuan": 26500000,
         *         "balanceMicroYuan": 33500000
         *       }
         *     }
         */
        "event.spending.reported": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "spending.reported";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                /** Format: date */
                since: string;
                /** Format: date */
                until: string;
                amountMicroYuan: number;
                balanceMicroYuan?: number;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * usage.surged
         * @description Far more data within some hours than this customer ever uses.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "usage.surged-1",
         *       "type": "usage.surged",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "usedBytes": 3221225472,
         *         "hours": 3
         *       }
         *     }
         */
        "event.usage.surged": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "usage.surged";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                usedBytes: number;
                hours: number;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * broadband.linked
         * @description This account's broadband stops when the number of `payerAccount` is in arrears.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "broadband.linked-1",
         *       "type": "broadband.linked",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "account:A17",
         *       "data": {
         *         "payerAccount": "A2"
         *       }
         *     }
         */
        "event.broadband.linked": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "broadband.linked";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                payerAccount: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * broadband.balance-low
         * @description What is left for broadband runs out.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "broadband.balance-low-1",
         *       "type": "broadband.balance-low",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "account:A17",
         *       "data": {
         *         "balanceMicroYuan": 8000000
         *       }
         *     }
         */
        "event.broadband.balance-low": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "broadband.balance-low";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                balanceMicroYuan: number;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * points.changed
         * @description Points were gained or spent since the last report.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "points.changed-1",
         *       "type": "points.changed",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "gained": 120,
         *         "spent": 0,
         *         "total": 2380
         *       }
         *     }
         */
        "event.points.changed": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "points.changed";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                gained: number;
                spent: number;
                total: number;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * points.expiring
         * @description Points that end on a day unless they are used.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "points.expiring-1",
         *       "type": "points.expiring",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "expiring": 900,
         *         "total": 2380,
         *         "lastDay": "2026-12-31"
         *       }
         *     }
         */
        "event.points.expiring": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "points.expiring";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                expiring: number;
                total: number;
                /** Format: date */
                lastDay: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * roaming.opened
         * @description Roaming was opened before leaving; `mcc` is the destination where it was named.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "roaming.opened-1",
         *       "type": "roaming.opened",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "mcc": "520"
         *       }
         *     }
         */
        "event.roaming.opened": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "roaming.opened";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data?: {
                mcc?: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * order.progressed
         * @description An installation, repair or complaint reached a stage.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "order.progressed-1",
         *       "type": "order.progressed",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "orderId": "W-20261120-7",
         *         "kind": "broadband-install",
         *         "stage": "scheduled",
         *         "visitOn": "2026-11-22",
         *         "visitFrom": "09:00",
         *         "visitTo": "11:00"
         *       }
         *     }
         */
        "event.order.progressed": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "order.progressed";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                orderId: string;
                /** @enum {string} */
                kind: "broadband-install" | "broadband-move" | "repair" | "complaint";
                /** @enum {string} */
                stage: "accepted" | "assigned" | "scheduled" | "done";
                /** Format: date */
                visitOn?: string;
                visitFrom?: string;
                visitTo?: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * contact.recorded
         * @description Somebody asked the hotline, waited in a shop, or looked at a page without ordering.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "contact.recorded-1",
         *       "type": "contact.recorded",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "channel": "hotline",
         *         "about": "bill",
         *         "amountMicroYuan": 86500000,
         *         "balanceMicroYuan": 12300000
         *       }
         *     }
         */
        "event.contact.recorded": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "contact.recorded";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                /** @enum {string} */
                channel: "hotline" | "hall" | "web" | "app";
                /** @enum {string} */
                about: "bill" | "data-use" | "no-operator" | "waiting" | "self-service" | "looked-at-service";
                amountMicroYuan?: number;
                balanceMicroYuan?: number;
                serviceId?: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * reply.received
         * @description A customer wrote to us. The words are kept encrypted; rules see the code that they consist of, if it is one. Gateways bring replies by themselves: send this fact only for a channel of your own.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "reply.received-1",
         *       "type": "reply.received",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "channel": "sms",
         *         "text": "2651",
         *         "to": "10086"
         *       }
         *     }
         */
        "event.reply.received": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "reply.received";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                /** @enum {string} */
                channel: "sms";
                text: string;
                to?: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * contact-person.named
         * @description Somebody who is no customer is to be told when this account (or, by its number, this line) is in arrears. The number is kept encrypted and never stands for the account; named again under the same `contactId` it takes the place of the former.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "contact-person.named-1",
         *       "type": "contact-person.named",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "account:A17",
         *       "data": {
         *         "contactId": "C7",
         *         "number": "13900139000",
         *         "role": "company",
         *         "aboutMasked": "138****8000"
         *       }
         *     }
         */
        "event.contact-person.named": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "contact-person.named";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                contactId: string;
                number: string;
                /** @enum {string} */
                role: "company" | "payer" | "relative";
                aboutMasked: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * contact-person.removed
         * @description A contact is to be told no more: the number is forgotten, and what waits is not sent.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "contact-person.removed-1",
         *       "type": "contact-person.removed",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "account:A17",
         *       "data": {
         *         "contactId": "C7"
         *       }
         *     }
         */
        "event.contact-person.removed": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "contact-person.removed";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                contactId: string;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * campaign.launched
         * @description A campaign is for this customer too.
         * @example {
         *       "specversion": "1.0",
         *       "source": "urn:boss:taizhou",
         *       "id": "campaign.launched-1",
         *       "type": "campaign.launched",
         *       "time": "2026-11-20T08:15:30+08:00",
         *       "subject": "tel:+8613800138000",
         *       "data": {
         *         "promotionId": "spring-data"
         *       }
         *     }
         */
        "event.campaign.launched": {
            /** @constant */
            specversion: "1.0";
            /** @description Unique within its source; the same source and id again is recognised as a repetition. */
            id: string;
            /** @description The system that reports the fact, e.g. urn:boss:taizhou. */
            source: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "campaign.launched";
            /**
             * Format: date-time
             * @description When it happened: RFC 3339 with an offset, year 2000 to 2099.
             */
            time: string;
            /** @description Whom it is about: a number (+country, or 11 digits for a mobile of mainland China) or an account. */
            subject: string;
            /** @description JSON, if present at all. */
            datacontenttype?: string;
            /** @description Ignored. */
            dataschema?: string;
            data: {
                promotionId: string;
            };
        } & {
            [key: string]: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    sendEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "specversion": "1.0",
                 *       "source": "urn:boss:taizhou",
                 *       "id": "usage.reported-1",
                 *       "type": "usage.reported",
                 *       "time": "2026-11-20T08:15:30+08:00",
                 *       "subject": "tel:+8613800138000",
                 *       "data": {
                 *         "bucketId": "data-main",
                 *         "kind": "data",
                 *         "periodStart": "2026-11-01",
                 *         "periodEnd": "2026-11-30",
                 *         "usedBytes": 419430400,
                 *         "allowanceBytes": 524288000
                 *       }
                 *     }
                 */
                "application/cloudevents+json": components["schemas"]["Event"];
                /**
                 * @example [
                 *       {
                 *         "specversion": "1.0",
                 *         "source": "urn:boss:taizhou",
                 *         "id": "balance.reported-1",
                 *         "type": "balance.reported",
                 *         "time": "2026-11-20T08:15:30+08:00",
                 *         "subject": "tel:+8613800138000",
                 *         "data": {
                 *           "balanceMicroYuan": 9800000,
                 *           "validUntil": "2026-12-31"
                 *         }
                 *       }
                 *     ]
                 */
                "application/cloudevents-batch+json": components["schemas"]["Event"][];
                /**
                 * @example {
                 *       "specversion": "1.0",
                 *       "source": "urn:boss:taizhou",
                 *       "id": "balance.reported-1",
                 *       "type": "balance.reported",
                 *       "time": "2026-11-20T08:15:30+08:00",
                 *       "subject": "tel:+8613800138000",
                 *       "data": {
                 *         "balanceMicroYuan": 9800000,
                 *         "validUntil": "2026-12-31"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Event"] | components["schemas"]["Event"][];
                /**
                 * @example {"specversion":"1.0","source":"urn:boss:taizhou","id":"balance.reported-1","type":"balance.reported","time":"2026-11-20T08:15:30+08:00","subject":"tel:+8613800138000","data":{"balanceMicroYuan":9800000,"validUntil":"2026-12-31"}}
                 *     {"specversion":"1.0","source":"urn:boss:taizhou","id":"usage.reported-1","type":"usage.reported","time":"2026-11-20T08:15:30+08:00","subject":"tel:+8613800138000","data":{"bucketId":"data-main","kind":"data","periodStart":"2026-11-01","periodEnd":"2026-11-30","usedBytes":419430400,"allowanceBytes":524288000}}
                 */
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Committed. One verdict, or one result per event in their order; NDJSON: one line per event as it is committed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "decided"
                     *     }
                     */
                    "application/json": components["schemas"]["Verdict"] | components["schemas"]["BatchResult"];
                    /**
                     * @example {
                     *       "line": 1,
                     *       "state": "decided"
                     *     }
                     */
                    "application/x-ndjson": components["schemas"]["LineResult"];
                };
            };
            /** @description A single event was kept, but is not decided yet or at all. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "waiting"
                     *     }
                     */
                    "application/json": components["schemas"]["Verdict"];
                };
            };
            /** @description refused-event, refused-batch, not-json: nothing was kept. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy: nothing was kept. */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unavailable: send it again. */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSetAside: {
        parameters: {
            query?: {
                state?: "waiting" | "set-aside" | "replayed" | "discarded";
                /** @description Only those of this reason. */
                reason?: "from-the-future" | "too-late-to-check" | "conflict" | "unknown-line" | "too-many-lines" | "number-in-use" | "decision-failed" | "commit-refused";
                /** @description Only those kept since. */
                since?: string;
                /** @description The value of "next" of the page before. */
                after?: string;
                /** @description Rows of this page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetAsidePage"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSetAside: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An event that was kept but not decided, and why. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetAsideItem"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSetAsideRaw: {
        parameters: {
            query?: {
                /** @description Why; staff must say it. */
                reason?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event as it came, personal fields included. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetAsideRaw"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaySetAside: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replayed"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayOneSetAside: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmptyBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replayed"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardSetAside: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscardBody"];
            };
        };
        responses: {
            /** @description An event that was kept but not decided, and why. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetAsideItem"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctSetAside: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Corrected"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerBody"];
            };
        };
        responses: {
            /** @description A customer opened for a reason; without lines when the person was erased. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An opened customer as the facts so far have it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerPicture"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    comparePlanChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                /** @description As the timeline gives it: source/id. */
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A change of plan, for the customer to look at (TP2-24): all of it from the catalogue by date. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanChange"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unmaskCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnmaskBody"];
            };
        };
        responses: {
            /** @description The numbers of a customer in full. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unmasked"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBlocksOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first, at most a hundred. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockList"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askForBlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlockBody"];
            };
        };
        responses: {
            /** @description Reminders that staff keep from a customer for a time (NF-12), approved by a second person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Block"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    liftBlockOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlockWordBody"];
            };
        };
        responses: {
            /** @description Reminders that staff keep from a customer for a time (NF-12), approved by a second person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Block"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBlocks: {
        parameters: {
            query?: {
                /** @description Only what is to be decided on. */
                waiting?: "true" | "false";
                /** @description The value of "next" of the page before. */
                after?: string;
                /** @description Rows of this page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockPage"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveBlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlockApprovalBody"];
            };
        };
        responses: {
            /** @description Reminders that staff keep from a customer for a time (NF-12), approved by a second person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Block"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refuseBlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlockWordBody"];
            };
        };
        responses: {
            /** @description Reminders that staff keep from a customer for a time (NF-12), approved by a second person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Block"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    liftBlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlockWordBody"];
            };
        };
        responses: {
            /** @description Reminders that staff keep from a customer for a time (NF-12), approved by a second person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Block"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainAccount: {
        parameters: {
            query?: {
                line?: string;
                from?: string;
                until?: string;
                /** @description The value of "next" of the page before. */
                after?: string;
                /** @description Rows of this page. */
                limit?: number;
            };
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first, by the time of the fact. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionPage"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReminders: {
        parameters: {
            query?: {
                line?: string;
                state?: "planned" | "attempted" | "delivered" | "failed" | "expired" | "unconfirmed" | "withheld";
                /** @description The value of "next" of the page before. */
                after?: string;
                /** @description Rows of this page. */
                limit?: number;
            };
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderPage"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureBody"];
            };
        };
        responses: {
            /** @description A person who was erased: who did it, when, why, and how much went. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listErasures: {
        parameters: {
            query?: {
                /** @description The value of "next" of the page before. */
                after?: string;
                /** @description Rows of this page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasurePage"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReminder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A reminder with everything that its decision rested on (G9). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminder"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendReminder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResendBody"];
            };
        };
        responses: {
            /** @description What was planned for it, or why nothing is sent: then "reminder" is withheld. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resent"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    timeline: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TimelineBody"];
            };
        };
        responses: {
            /** @description Newest first. The number itself is not repeated. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVersions: {
        parameters: {
            query?: {
                /** @description The value of "next" of the page before. */
                after?: string;
                /** @description Rows of this page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulebookVersionPage"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitBody"];
            };
        };
        responses: {
            /** @description The draft, and what is doubtful about it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submitted"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description draft → reviewed (by another key) → published → recalled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulebookVersion"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVersionFiles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The YAML text of each file by its path inside the rulebook, as submitted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulebookFiles"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    diffVersions: {
        parameters: {
            query?: {
                /** @description The version in force if absent. */
                against?: string;
            };
            header?: never;
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What changes in content, as a reviewer reads it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulebookDiff"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviewVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewBody"];
            };
        };
        responses: {
            /** @description draft → reviewed (by another key) → published → recalled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulebookVersion"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishBody"];
            };
        };
        responses: {
            /** @description draft → reviewed (by another key) → published → recalled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulebookVersion"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishUntried: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UntriedBody"];
            };
        };
        responses: {
            /** @description draft → reviewed (by another key) → published → recalled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulebookVersion"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recallVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecallBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recalled"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDryRuns: {
        parameters: {
            query?: {
                /** @description Runs of exactly the content of this version. */
                version?: string;
                /** @description The value of "next" of the page before. */
                after?: string;
                /** @description Rows of this page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunPage"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startDryRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DryRunBody"];
            };
        };
        responses: {
            /** @description running → finished, failed or cancelled. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDryRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description running → finished, failed or cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDryRunResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the version would have changed, in figures of the sample: before, as in force; after, had it been published at the begin of the period. Everybody is taken to be sendable to, and nothing to be paused. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunResult"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelDryRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description running → finished, failed or cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tryRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryBody"];
            };
        };
        responses: {
            /** @description What would follow from this event; nothing of it was kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleTrial"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tryOnCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryCustomerBody"];
            };
        };
        responses: {
            /** @description What would follow from this event; nothing of it was kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleTrial"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedDraft"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewWording: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewBody"];
            };
        };
        responses: {
            /** @description A template as several customers would get it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordingPreview"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSchemas: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON Schema (draft 7) of each kind of file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemaList"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNames: {
        parameters: {
            query: {
                /** @description The event that a rule starts from. */
                on: "line.opened" | "line.closed" | "profile.changed" | "preference.changed" | "payment.received" | "balance.reported" | "balance.corrected" | "usage.reported" | "usage.corrected" | "roaming.registered" | "query.performed" | "standing.reported" | "plan.change-ordered" | "plan.changed" | "plan.change-cancelled" | "payment-group.opened" | "payment-group.joined" | "payment-group.left" | "family-net.created" | "family-net.joined" | "family-net.left" | "virtual-net.joined" | "virtual-net.left" | "ownership.transferred" | "account.changed" | "service.requested" | "service.ordered" | "service.cancelled" | "service.used" | "promotion.confirmed" | "promotion.started" | "promotion.ended" | "promotion.credited" | "bill.issued" | "bill.settled" | "minimum-spend.due" | "overdraft.used" | "charges.reported" | "spending.reported" | "usage.surged" | "broadband.linked" | "broadband.balance-low" | "points.changed" | "points.expiring" | "roaming.opened" | "order.progressed" | "contact.recorded" | "reply.received" | "contact-person.named" | "contact-person.removed" | "campaign.launched" | "anniversary.due" | "payment-group.member-joined" | "payment-group.member-left" | "family-net.member-left" | "family-net.other-left" | "promotion.dated" | "balance.crossed" | "validity.changed" | "standing.changed" | "charges.crossed" | "broadband.stop-ahead" | "usage.crossed" | "usage.retracted" | "roaming.arrived" | "roaming.returned" | "schedule.due";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What conditions and templates may name, by the version in force. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NameList"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules in force, in the order of the rulebook. What became of them: GET /figures by rule. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleList"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    completeness: {
        parameters: {
            query?: {
                /** @description Local day on which it is looked at; today if absent. */
                day?: string;
            };
            header?: never;
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Moments of which nobody would be told (NF-11), and what is held and not used. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Completeness"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBlueprints: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of the rulebook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlueprintList"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBlueprint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                touchpoint: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Blueprint"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPauses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PauseList"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pause: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseBody"];
            };
        };
        responses: {
            /** @description Nothing that matches is sent until it is resumed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pause"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "all" | "rule" | "channel" | "scope" | "version";
                /** @description Rule id, channel, scope such as city/taizhou, rulebook version; "all" for kind all. */
                value: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing that matches is sent until it is resumed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pause"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    figures: {
        parameters: {
            query: {
                /** @description A day in Beijing time, YYYY-MM-DD. */
                from: string;
                /** @description The last day, included. */
                until: string;
                by?: "touchpoint" | "rule" | "channel" | "day" | "reason";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What happened in a span of days (NF-02), read from sums that each turn keeps. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Figures"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    figuresToday: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiguresToday"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events until you leave. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description too-many-listeners */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: unknown;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAlarms: {
        parameters: {
            query?: {
                /** @description Only those that are still open. */
                open?: "true" | "false";
                /** @description The value of "next" of the page before. */
                after?: string;
                /** @description Rows of this page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmPage"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGateways: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayList"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQueues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Planned reminders that wait for a gateway; empty ones are left out. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueList"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    drainGateway: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its name in the settings. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrainBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gateway"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeGateway: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its name in the settings. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmptyBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gateway"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    traceGateway: {
        parameters: {
            query?: {
                /** @description Only messages after the one of this number; ask with the last one that you have. */
                after?: number;
            };
            header?: never;
            path: {
                /** @description Its name in the settings. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Messages of the protocol, oldest first, the last 500 at most. They are written down only while somebody looks: from the first call until 15 seconds after the last. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayTrace"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operations"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    monitors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What must not be late or fall silent, each minute against its target. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Monitors"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWhatIfs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIfList"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startWhatIf: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIfBody"];
            };
        };
        responses: {
            /** @description The same months of the same simulated people under two versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWhatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same months of the same simulated people under two versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelWhatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same months of the same simulated people under two versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHeld: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What an outage or a restore left due. Whether it is still true is asked when it leaves: the counts do not know. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Held"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseHeld: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseBody"];
            };
        };
        responses: {
            /** @description What an outage or a restore left due. Whether it is still true is asked when it leaves: the counts do not know. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Held"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withholdHeld: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithholdBody"];
            };
        };
        responses: {
            /** @description What an outage or a restore left due. Whether it is still true is asked when it leaves: the counts do not know. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Held"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareHeld: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompareBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Compared"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reconcile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description accepted = decided + duplicate + set aside; planned = delivered + failed + expired + unconfirmed + withheld + in flight; read in one snapshot (G8). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            /** @description Who is signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedOut"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInWays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How staff sign in beside name and password. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInWays"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginProviderSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider, or back to the console. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endProviderSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider, or back to the console. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordBody"];
            };
        };
        responses: {
            /** @description Who is signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    secondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpBody"];
            };
        };
        responses: {
            /** @description A second factor that begins, or is confirmed and asked for from now on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactor"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffList"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewStaff"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffChangeBody"];
            };
        };
        responses: {
            /** @description Somebody who may sign in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmptyBody"];
            };
        };
        responses: {
            /** @description The sessions of this person have ended, a second factor is taken off. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewPassword"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyList"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKey"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A key stands for a system; people have staff accounts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                actor?: string;
                /** @description Such as customer.open. */
                action?: string;
                since?: string;
                /** @description The value of "next" of the page before. */
                after?: string;
                /** @description Rows of this page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkAudit: {
        parameters: {
            query?: {
                /** @description The value of "next" of the answer before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether a stretch of the chain is intact. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditCheck"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The time on the stage, and who may be played. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stage"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inventCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventBody"];
            };
        };
        responses: {
            /** @description A simulated customer with the phone in hand. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageScene"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    waitOnStage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaitBody"];
            };
        };
        responses: {
            /** @description The time on the stage, and who may be played. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stage"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScene: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A simulated customer with the phone in hand. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageScene"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    happen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HappenBody"];
            };
        };
        responses: {
            /** @description A simulated customer with the phone in hand. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageScene"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    turnPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneBody"];
            };
        };
        responses: {
            /** @description A simulated customer with the phone in hand. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageScene"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteBody"];
            };
        };
        responses: {
            /** @description A simulated customer with the phone in hand. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageScene"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Trouble of the server; 503 may be tried again. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prometheus text format. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused: see "code" and docs/errors.md. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
