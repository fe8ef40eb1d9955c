// The routes that the interface calls, as the server describes them. Written by
// npx vitest run test/interface/api-types.test.ts -u

export interface paths {
    "/api/analytics/annotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened outside of the data; the documents are definitions of kind `annotation` */
        get: operations["listAnnotations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/attribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Conversions credited to the touches before them, by several models side by side */
        post: operations["askAttribution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules of marketing channels that count now */
        get: operations["readChannelRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/click-to-brick": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Orders of stores after a touch online, by channel or campaign and by store */
        post: operations["askClickToBrick"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/cohort": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who comes back, or stays away, period by period after the first */
        post: operations["askCohort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/dimensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By what numbers can be broken down */
        get: operations["listDimensions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/experiment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Variants against a control: lift, anytime-valid intervals, confidence corrected for several variants */
        post: operations["askExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/fallout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many take each step after the one before, and what the others do instead */
        post: operations["askFallout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The ways that people take, step by step, with where they enter and leave */
        post: operations["askFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/histogram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many people or sessions have how much of a metric */
        post: operations["askHistogram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be counted and added up */
        get: operations["listMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/neighbours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What comes next after a value and what came before it, every time */
        post: operations["askNeighbours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/overlap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What up to five segments have in common and what each has alone (Venn) */
        post: operations["askOverlap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The values of a dimension that is not saved yet
         * @description By the given document, whatever is live: its values with how many events and people each has, as a table of one level says them.
         */
        post: operations["previewDimension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/scorecard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A few numbers, each with its change and its course */
        post: operations["askScorecard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Segments that were set up; audiences are segments too */
        get: operations["listSegments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/shared/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A workspace as it was when it was shared */
        get: operations["readSharedView"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Metrics and formulas by nested dimensions: totals, shares, comparison, sparklines, anomalies */
        post: operations["askTable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/table/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The events behind a number, newest first */
        post: operations["openEventsOfTable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/table/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * All rows of a table as CSV, JSON lines or Parquet
         * @description Rows of the deepest level with a column for each level and number, however many there are; limits and pages of levels do not count. Beside a column of ids of products or stores stands one with their names (`product`, `product_name`), for callers who may read the catalogue.
         */
        post: operations["exportTable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/table/meaning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The people behind a number as a condition, to keep to or to break down
         * @description True of exactly the same people at this moment; where the language has no words, it says why.
         */
        post: operations["sayMeaningOfTable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/table/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The people behind a number */
        post: operations["openPeopleOfTable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/table/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes an audience of the people behind a number
         * @description What the number means becomes a condition, live from then on and true of the same people; where the language has no words for it, a list of the people of this moment, and the answer says why. `dryRun` only says which it would be.
         */
        post: operations["publishTable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the workspaces ask by, the most used first: dimensions, metrics, segments, audiences */
        get: operations["listUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Workspaces that are shown to the role of the caller */
        get: operations["listWorkspaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/workspaces/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller has changed of a workspace and not saved */
        get: operations["readWorkspaceDraft"];
        /** Keeps what the caller has changed of a workspace; nobody else sees it */
        put: operations["keepWorkspaceDraft"];
        post?: never;
        /** Forgets what the caller has changed of a workspace and not saved */
        delete: operations["forgetWorkspaceDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/workspaces/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Links by which a workspace is shared, newest first; archive `shared-view/{id}` to take one back */
        get: operations["listWorkspaceLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/workspaces/{id}/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A link to the workspace as it is now, to look at only
         * @description Whoever has the link sees the document and the answers of this moment, and nothing else. Archive the definition `shared-view/{id}` to take it back.
         */
        post: operations["shareWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audience-trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The size of every audience by day, and how many entered and left today */
        get: operations["listAudienceTrends"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All audiences: size, how they are evaluated, what they cost, what is under way */
        get: operations["listAudiences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An audience with its condition, its parts, and what builds on it */
        get: operations["readAudience"];
        /**
         * Publish an audience, or a new version of it; who matches enters once the past is read
         * @description A short way to publish definition audience/<id>. Drafts, pausing, versions and differences are at /api/definitions/audience/<id>.
         */
        put: operations["defineAudience"];
        post?: never;
        /** Take an audience out of use: everybody leaves it, its versions are kept */
        delete: operations["archiveAudience"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries, exits and size of an audience by day, entries and exits by cause */
        get: operations["readAudienceHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people in an audience, a page at a time */
        get: operations["listMembers"];
        put?: never;
        /** Put people on a list or take them off it, by id or identity; identities that nobody has yet wait */
        post: operations["changeMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/{id}/people/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why somebody is in an audience or not: each part with what was found, and when it changes by itself */
        get: operations["explainMembership"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/{id}/rankings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Work a ranking out now, and not only when its time has come */
        post: operations["rankAudience"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/{id}/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep who is in the audience now as a list of its own, which does not change by itself */
        post: operations["snapshotAudience"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/{id}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put the people of a CSV file on a list; the first row names the columns
         * @description The body is the file (text/csv, UTF-8). It is read as it comes, and answered when all of it is folded.
         */
        post: operations["uploadAudience"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/estimate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many people a condition or a set comes to now, and some of them; nothing is saved */
        post: operations["estimateAudience"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audiences/overlap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many people are in each combination of two or three audiences */
        get: operations["overlapAudiences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed what, who looked at whom, and who was turned away; newest first */
        get: operations["searchAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Backups of this server, the newest first, with the one that is being written */
        get: operations["listBackups"];
        put?: never;
        /**
         * Begin a backup; the server goes on meanwhile
         * @description Restore it by `rapport restore <path> --data <an empty folder>` with that server stopped.
         */
        post: operations["makeBackup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a backup */
        delete: operations["removeBackup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tree of categories, each with how many products are in it, in the order of the paths */
        get: operations["listCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products by words, category and brand, in the order of their ids */
        get: operations["listProducts"];
        put?: never;
        /** Say what many products are, up to 1000; all or none */
        post: operations["writeProducts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A product with its stock by store, and the history of its price and stock */
        get: operations["readProduct"];
        /** Say what a product is; what is not named stays, null takes a value away */
        put: operations["writeProduct"];
        post?: never;
        /** Say that a product is not sold any more; it is kept for those who bought it */
        delete: operations["removeProduct"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/products/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The first products that have all of some words, asked for in the body */
        post: operations["searchProducts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stores in the order of their ids */
        get: operations["listStores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Definitions by kind and state, in the order of their keys */
        get: operations["listDefinitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A definition with its documents; the ETag is its version */
        get: operations["readDefinition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{kind}/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a definition out of use; its versions are kept */
        post: operations["archiveDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{kind}/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the documents of two versions differ */
        get: operations["compareVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{kind}/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Save a document to work on; the program goes on by what was published */
        put: operations["saveDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{kind}/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a live definition aside; publishing takes it back */
        post: operations["pauseDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{kind}/{id}/preflight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What publishing a document would do; without one, what pausing or archiving would */
        post: operations["preflightDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{kind}/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a document live: the given one, else the draft, else the one that was paused */
        post: operations["publishDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{kind}/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the document of an older version the draft */
        post: operations["restoreVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{kind}/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The changes of a definition, newest first */
        get: operations["listVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/{kind}/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One change of a definition, with the document it is about */
        get: operations["readVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take events in the native form
         * @description Needs the write key of a source. 200 means durable; rejected events are named and are in the quarantine.
         */
        post: operations["collectEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, newest first */
        get: operations["listImports"];
        put?: never;
        /** Begin an import */
        post: operations["beginImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Labels of personal data and from whom each is hidden, as they count now
         * @description Change them by POST /api/definitions/labels/labels/publish with If-Match of the version.
         */
        get: operations["readLabels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/links/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a link is for, without using it up */
        post: operations["readLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/links/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use a link up: set a password and be signed in */
        post: operations["redeemLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Five figures of the last days, of as many days before, and day by day
         * @description The same as POST /api/analytics/scorecard says of these metrics.
         */
        get: operations["readOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person by id, now or as she stood at a moment */
        get: operations["readPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a call, a note or a change of consent of a person as an event */
        post: operations["recordAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a person did, newest first */
        get: operations["readTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a merge back or identities out, or show what it would give */
        post: operations["unmergePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/brief": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** People in short by their ids, in that order; whoever is not there any more is left out */
        post: operations["readPeopleInShort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The person who has an identity, without the identity in the address */
        post: operations["findPersonPrivately"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make two people one, or show what it would give */
        post: operations["mergePeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** People by any identity, its beginning, or a name; exact identities first, with the reason */
        post: operations["searchPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purposes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What consent is asked for, as it counts now
         * @description Change it by POST /api/definitions/purposes/purposes/publish with If-Match of the version.
         */
        get: operations["readPurposes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purposes/stated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people said consent for in the last days, by purpose and channel, listed or not */
        get: operations["readStatedPurposes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Refused events, newest first */
        get: operations["searchQuarantine"];
        put?: never;
        post?: never;
        /** Throw refused events away: by key, or all that fit */
        delete: operations["removeFromQuarantine"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quarantine/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send refused events again, as they are or corrected */
        post: operations["replayQuarantine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roles and what each includes */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether somebody is signed in, who it is, and what she may do */
        get: operations["readSession"];
        put?: never;
        /** Sign in with a password; the answer sets the cookie of the session */
        post: operations["signIn"];
        /** Sign out on this device */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the own password; the other sessions end */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** Sign out: on one device, on all but this one, or everywhere */
        delete: operations["endSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings of the workspace */
        get: operations["readSettings"];
        /** Replace the settings; events from now on are folded by them */
        put: operations["changeSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All sources */
        get: operations["listSources"];
        put?: never;
        /** Add a source */
        post: operations["addSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}": {
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
        /** Change a source */
        patch: operations["editSource"];
        trace?: never;
    };
    "/api/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Version, engines, and how long the log keeps its records */
        get: operations["readSystem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tokens of the API, newest first */
        get: operations["listTokens"];
        put?: never;
        /** Make a token; its secret is shown this once */
        post: operations["makeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token; its next call is refused */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/traits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The traits that people defined, and whether their past is complete */
        get: operations["listTraits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody who works with this Rapport */
        get: operations["listUsers"];
        put?: never;
        /** Invite somebody; hand her the link */
        post: operations["inviteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}": {
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
        /** Change the name or role of a user, or whether she may sign in */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/api/users/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new link for somebody who lost the invitation or the password */
        post: operations["makeUserLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The names behind the ids that stand in versions and notes (`user:<id>`) */
        get: operations["listUserNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names of events and attributes, ranked by use, with sample values */
        get: operations["readVocabulary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vocabulary/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Properties, product fields and context of events, ranked by use, with sample values */
        get: operations["readEventFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How every part of the program is doing */
        get: operations["readHealth"];
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
        /** Derived */
        "def-0": {
            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
            dimension: string;
        } | {
            constant: string;
        } | {
            /** @description The first whose tests all pass counts */
            case: {
                value: components["schemas"]["def-0"];
                when: {
                    /** Number */
                    number?: {
                        above?: number;
                        atLeast?: number;
                        atMost?: number;
                        below?: number;
                        is?: number;
                        isNot?: number;
                    };
                    of: components["schemas"]["def-0"];
                    /** Text */
                    text?: {
                        anyOf?: string[];
                        contains?: string;
                        ends?: string;
                        /** @constant */
                        ignoreCase?: true;
                        is?: string;
                        isNot?: string;
                        lacks?: string;
                        like?: string;
                        noneOf?: string[];
                        starts?: string;
                    };
                }[];
            }[];
            otherwise?: components["schemas"]["def-0"];
        } | {
            classify: components["schemas"]["def-0"];
            otherwise?: components["schemas"]["def-0"];
            values: {
                [key: string]: string;
            };
        } | {
            concatenate: components["schemas"]["def-0"][];
            separator?: string;
        } | {
            find: string;
            replace: components["schemas"]["def-0"];
            with: string;
        } | {
            lower: components["schemas"]["def-0"];
        } | {
            trim: components["schemas"]["def-0"];
        } | {
            /** @description Of several; the first unless said */
            column?: string;
            lookup: components["schemas"]["def-0"];
            otherwise?: components["schemas"]["def-0"];
            table: string;
        } | {
            merge: components["schemas"]["def-0"][];
        } | {
            next: components["schemas"]["def-0"];
            /** @enum {unknown} */
            within: "session" | "person";
        } | {
            previous: components["schemas"]["def-0"];
            /** @enum {unknown} */
            within: "session" | "person";
        } | {
            find: string;
            regex: components["schemas"]["def-0"];
            with: string;
        } | {
            by: string;
            /** @description 1 is the first part, -1 the last */
            part: number;
            split: components["schemas"]["def-0"];
        } | {
            part: ("protocol" | "host" | "path" | "query" | "fragment") | {
                parameter: string;
            };
            url: components["schemas"]["def-0"];
        } | {
            /** @enum {unknown} */
            math: "+" | "-" | "*" | "/";
            of: components["schemas"]["def-0"][];
        } | {
            /** @enum {unknown} */
            by: "first" | "last" | "least" | "greatest" | "sum" | "mean" | "median" | "count" | "distinct" | "most-common" | "least-common";
            summarize: components["schemas"]["def-0"];
            /** @enum {unknown} */
            within: "session" | "person";
        };
        /** AudienceSet */
        "def-1": string | {
            union: components["schemas"]["def-1"][];
        } | {
            intersect: components["schemas"]["def-1"][];
        } | {
            exclude: components["schemas"]["def-1"][];
            from: components["schemas"]["def-1"];
        } | {
            condition: Record<string, never>;
        };
        /** @description A refusal (RFC 9457) */
        Problem: {
            /** @description Stable name of the problem: domain.reason */
            code: string;
            /** @description What happened, to what, and what to do */
            detail: string;
            errors?: {
                detail: string;
                /** @description body, querystring, params or headers */
                part: string;
                /** @description JSON pointer (RFC 6901) to the place in that part */
                pointer: string;
            }[];
            /** @description Names this request in the log of the server */
            requestId?: string;
            status: number;
            /** @description The words of the HTTP status */
            title: string;
            /** @description Identifies the kind of problem: urn:rapport:problem:<code> */
            type: string;
        } & {
            [key: string]: unknown;
        };
    };
    responses: {
        /** @description A refusal (RFC 9457) */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:rapport:problem:request.invalid",
                 *       "title": "Bad Request",
                 *       "status": 400,
                 *       "detail": "The request does not fit the schema of this route (body/name: must be string).",
                 *       "code": "request.invalid",
                 *       "requestId": "k3f9-1",
                 *       "errors": [
                 *         {
                 *           "part": "body",
                 *           "pointer": "/name",
                 *           "detail": "must be string"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAnnotations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        annotations: {
                            color?: string;
                            /** Format: date */
                            from: string;
                            id: string;
                            text?: string;
                            title: string;
                            /**
                             * Format: date
                             * @description Included; the same day unless said
                             */
                            to?: string;
                            /** @description All unless said */
                            workspaces?: string[];
                        }[];
                    };
                };
            };
        };
    };
    askAttribution: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Also what advertising cost by reports (`Ad Cost Reported`), and what came back
                     * @constant
                     */
                    costs?: true;
                    /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                    dimension?: string;
                    filters?: ({
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Text */
                        text: {
                            anyOf?: string[];
                            contains?: string;
                            ends?: string;
                            /** @constant */
                            ignoreCase?: true;
                            is?: string;
                            isNot?: string;
                            lacks?: string;
                            like?: string;
                            noneOf?: string[];
                            starts?: string;
                        };
                    } | {
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Number */
                        number: {
                            above?: number;
                            atLeast?: number;
                            atMost?: number;
                            below?: number;
                            is?: number;
                            isNot?: number;
                        };
                    })[];
                    /** @description 50 unless said */
                    limit?: number;
                    /** Look-back */
                    lookback?: "session" | "person" | string;
                    /** @description What is credited; range, segments and filters say which of it */
                    metrics: string[];
                    models: ({
                        /** @constant */
                        model: "last";
                    } | {
                        /** @constant */
                        model: "first";
                    } | {
                        /** @constant */
                        model: "same";
                    } | {
                        /** @constant */
                        model: "linear";
                    } | {
                        /** @constant */
                        model: "participation";
                    } | {
                        /** @constant */
                        model: "u-shaped";
                    } | {
                        /** @constant */
                        model: "j-shaped";
                    } | {
                        /** @constant */
                        model: "inverse-j";
                    } | {
                        /** @description 7d unless said */
                        halfLife?: string;
                        /** @constant */
                        model: "time-decay";
                    } | {
                        first: number;
                        last: number;
                        middle: number;
                        /** @constant */
                        model: "custom";
                    } | {
                        /** @constant */
                        model: "data-driven";
                    } | {
                        /** @constant */
                        model: "markov";
                    })[];
                    offset?: number;
                    /** Range */
                    range: {
                        from: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                        to?: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                    } | {
                        last: string;
                    } | {
                        /** @description 0 is the one that runs, 1 the one before */
                        back?: number;
                        /** @enum {unknown} */
                        calendar: "day" | "week" | "month" | "quarter" | "year";
                        /** @description So many of them, of which that is the last */
                        count?: number;
                    };
                    segments?: ({
                        segment: string;
                    } | {
                        audience: string;
                    } | {
                        /** @description A condition (docs/conditions.md) */
                        condition: Record<string, never>;
                        /** @enum {unknown} */
                        level: "person" | "session" | "event";
                        /** @description What readers call it; it changes nothing */
                        name?: string;
                    })[];
                    touches?: ({
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Text */
                        text: {
                            anyOf?: string[];
                            contains?: string;
                            ends?: string;
                            /** @constant */
                            ignoreCase?: true;
                            is?: string;
                            isNot?: string;
                            lacks?: string;
                            like?: string;
                            noneOf?: string[];
                            starts?: string;
                        };
                    } | {
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Number */
                        number: {
                            above?: number;
                            atLeast?: number;
                            atMost?: number;
                            below?: number;
                            is?: number;
                            isNot?: number;
                        };
                    })[];
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: {
                            /** @description Time of the engine */
                            elapsedMs: number;
                            /** @description The data are complete up to here (ms since the epoch) */
                            freshAt: number;
                            /** @description Answered before, and nothing has changed since */
                            isCached: boolean;
                            /** @description Nothing was sampled or estimated */
                            isExact: boolean;
                            /** @description While history is read in: the share of its file that has been (0 to 1) */
                            loadedShare?: number;
                            rowsRead: number;
                        };
                        answer: {
                            /** @description All costs of the range, those of no value of the dimension among them */
                            cost?: number;
                            metrics: {
                                format: string;
                                /** @description By language */
                                title: {
                                    [key: string]: string;
                                };
                                total: number;
                                /** @description Of the total, what had no touch within the look-back */
                                withoutTouch: number;
                                withoutTouchShare: number | null;
                            }[];
                            models: {
                                model: string;
                                /** @description By language */
                                title: {
                                    [key: string]: string;
                                };
                            }[];
                            /** @description What a model credits to nobody: without a touch, or without one of the kind */
                            none: {
                                /** @description For each metric its credit by each model */
                                credits: number[][];
                            };
                            /** @description All rows, whatever the limit */
                            rowCount: number;
                            rows: {
                                /** @description In the currency of the workspace */
                                cost?: number;
                                /** @description For each metric its credit by each model */
                                credits: number[][];
                                /** @description Credits by unit of cost: of revenue the return on ad spend; null without a cost */
                                returns?: (number | null)[][];
                                value: string;
                            }[];
                        };
                        /** @description What the catalogue now calls products and stores in the question and its answer, which say their ids: by dimension, then by value. Left out where there is none */
                        names?: {
                            [key: string]: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
        };
    };
    readChannelRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Nobody has set up rules of the workspace’s own */
                        isDefault: boolean;
                        rules: {
                            channel: string;
                            /**
                             * @description Only the event that opened a session, unless said `any`
                             * @enum {unknown}
                             */
                            on?: "any" | "session-start";
                            /** @description All must pass; without any, everything that came so far */
                            when: {
                                /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                                dimension: string;
                                /** Text */
                                text: {
                                    anyOf?: string[];
                                    contains?: string;
                                    ends?: string;
                                    /** @constant */
                                    ignoreCase?: true;
                                    is?: string;
                                    isNot?: string;
                                    lacks?: string;
                                    like?: string;
                                    noneOf?: string[];
                                    starts?: string;
                                };
                            }[];
                        }[];
                    };
                };
            };
        };
    };
    askClickToBrick: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Range, segments and filters say which orders of stores */
        requestBody: {
            content: {
                "application/json": {
                    /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                    by?: string;
                    /** @description From the touch to the order; 14 unless said */
                    days?: number;
                    filters?: ({
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Text */
                        text: {
                            anyOf?: string[];
                            contains?: string;
                            ends?: string;
                            /** @constant */
                            ignoreCase?: true;
                            is?: string;
                            isNot?: string;
                            lacks?: string;
                            like?: string;
                            noneOf?: string[];
                            starts?: string;
                        };
                    } | {
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Number */
                        number: {
                            above?: number;
                            atLeast?: number;
                            atMost?: number;
                            below?: number;
                            is?: number;
                            isNot?: number;
                        };
                    })[];
                    /** @description 50 unless said */
                    limit?: number;
                    /** Range */
                    range: {
                        from: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                        to?: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                    } | {
                        last: string;
                    } | {
                        /** @description 0 is the one that runs, 1 the one before */
                        back?: number;
                        /** @enum {unknown} */
                        calendar: "day" | "week" | "month" | "quarter" | "year";
                        /** @description So many of them, of which that is the last */
                        count?: number;
                    };
                    segments?: ({
                        segment: string;
                    } | {
                        audience: string;
                    } | {
                        /** @description A condition (docs/conditions.md) */
                        condition: Record<string, never>;
                        /** @enum {unknown} */
                        level: "person" | "session" | "event";
                        /** @description What readers call it; it changes nothing */
                        name?: string;
                    })[];
                    /**
                     * Events
                     * @description What counts as a touch: visits of web or app, unless said
                     */
                    touch?: {
                        event: string | string[];
                        products?: ({
                            /** Date */
                            date?: {
                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                after?: string;
                                anniversary?: {
                                    last?: number;
                                    next?: number;
                                };
                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                before?: string;
                                /** How often */
                                fullYears?: {
                                    atLeast?: number;
                                    atMost?: number;
                                    exactly?: number;
                                };
                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                furtherAhead?: string;
                                leapDay?: "02-28" | "03-01";
                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                longerAgo?: string;
                                /** @description a day such as “2026-05-03” */
                                on?: string;
                                timeZone?: string;
                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                withinLast?: string;
                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                withinNext?: string;
                            };
                            exists?: boolean;
                            /** List */
                            list?: {
                                includes?: string[];
                                includesAll?: string[];
                                includesNone?: string[];
                                sizeAtLeast?: number;
                                sizeAtMost?: number;
                            };
                            /** Number */
                            number?: {
                                above?: number;
                                atLeast?: number;
                                atMost?: number;
                                below?: number;
                                is?: number;
                                isNot?: number;
                            };
                            /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                            product: string;
                            /** Text */
                            text?: {
                                anyOf?: string[];
                                contains?: string;
                                ends?: string;
                                /** @constant */
                                ignoreCase?: true;
                                is?: string;
                                isNot?: string;
                                lacks?: string;
                                like?: string;
                                noneOf?: string[];
                                starts?: string;
                            };
                            truth?: boolean;
                        } | {
                            /** @enum {unknown} */
                            catalogue: "category" | "brand" | "price" | "stock";
                            /** Date */
                            date?: {
                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                after?: string;
                                anniversary?: {
                                    last?: number;
                                    next?: number;
                                };
                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                before?: string;
                                /** How often */
                                fullYears?: {
                                    atLeast?: number;
                                    atMost?: number;
                                    exactly?: number;
                                };
                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                furtherAhead?: string;
                                leapDay?: "02-28" | "03-01";
                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                longerAgo?: string;
                                /** @description a day such as “2026-05-03” */
                                on?: string;
                                timeZone?: string;
                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                withinLast?: string;
                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                withinNext?: string;
                            };
                            exists?: boolean;
                            /** List */
                            list?: {
                                includes?: string[];
                                includesAll?: string[];
                                includesNone?: string[];
                                sizeAtLeast?: number;
                                sizeAtMost?: number;
                            };
                            /** Number */
                            number?: {
                                above?: number;
                                atLeast?: number;
                                atMost?: number;
                                below?: number;
                                is?: number;
                                isNot?: number;
                            };
                            /** Text */
                            text?: {
                                anyOf?: string[];
                                contains?: string;
                                ends?: string;
                                /** @constant */
                                ignoreCase?: true;
                                is?: string;
                                isNot?: string;
                                lacks?: string;
                                like?: string;
                                noneOf?: string[];
                                starts?: string;
                            };
                            truth?: boolean;
                        })[];
                        where?: ({
                            /** Date */
                            date?: {
                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                after?: string;
                                anniversary?: {
                                    last?: number;
                                    next?: number;
                                };
                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                before?: string;
                                /** How often */
                                fullYears?: {
                                    atLeast?: number;
                                    atMost?: number;
                                    exactly?: number;
                                };
                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                furtherAhead?: string;
                                leapDay?: "02-28" | "03-01";
                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                longerAgo?: string;
                                /** @description a day such as “2026-05-03” */
                                on?: string;
                                timeZone?: string;
                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                withinLast?: string;
                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                withinNext?: string;
                            };
                            exists?: boolean;
                            /** List */
                            list?: {
                                includes?: string[];
                                includesAll?: string[];
                                includesNone?: string[];
                                sizeAtLeast?: number;
                                sizeAtMost?: number;
                            };
                            /** Number */
                            number?: {
                                above?: number;
                                atLeast?: number;
                                atMost?: number;
                                below?: number;
                                is?: number;
                                isNot?: number;
                            };
                            /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                            property: string;
                            /** Text */
                            text?: {
                                anyOf?: string[];
                                contains?: string;
                                ends?: string;
                                /** @constant */
                                ignoreCase?: true;
                                is?: string;
                                isNot?: string;
                                lacks?: string;
                                like?: string;
                                noneOf?: string[];
                                starts?: string;
                            };
                            truth?: boolean;
                        } | {
                            /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                            context: string;
                            /** Date */
                            date?: {
                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                after?: string;
                                anniversary?: {
                                    last?: number;
                                    next?: number;
                                };
                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                before?: string;
                                /** How often */
                                fullYears?: {
                                    atLeast?: number;
                                    atMost?: number;
                                    exactly?: number;
                                };
                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                furtherAhead?: string;
                                leapDay?: "02-28" | "03-01";
                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                longerAgo?: string;
                                /** @description a day such as “2026-05-03” */
                                on?: string;
                                timeZone?: string;
                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                withinLast?: string;
                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                withinNext?: string;
                            };
                            exists?: boolean;
                            /** List */
                            list?: {
                                includes?: string[];
                                includesAll?: string[];
                                includesNone?: string[];
                                sizeAtLeast?: number;
                                sizeAtMost?: number;
                            };
                            /** Number */
                            number?: {
                                above?: number;
                                atLeast?: number;
                                atMost?: number;
                                below?: number;
                                is?: number;
                                isNot?: number;
                            };
                            /** Text */
                            text?: {
                                anyOf?: string[];
                                contains?: string;
                                ends?: string;
                                /** @constant */
                                ignoreCase?: true;
                                is?: string;
                                isNot?: string;
                                lacks?: string;
                                like?: string;
                                noneOf?: string[];
                                starts?: string;
                            };
                            truth?: boolean;
                        } | {
                            /** @enum {unknown} */
                            origin: "name" | "channel" | "source" | "type";
                            /** Text */
                            text: {
                                anyOf?: string[];
                                contains?: string;
                                ends?: string;
                                /** @constant */
                                ignoreCase?: true;
                                is?: string;
                                isNot?: string;
                                lacks?: string;
                                like?: string;
                                noneOf?: string[];
                                starts?: string;
                            };
                        })[];
                    };
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: {
                            /** @description Time of the engine */
                            elapsedMs: number;
                            /** @description The data are complete up to here (ms since the epoch) */
                            freshAt: number;
                            /** @description Answered before, and nothing has changed since */
                            isCached: boolean;
                            /** @description Nothing was sampled or estimated */
                            isExact: boolean;
                            /** @description While history is read in: the share of its file that has been (0 to 1) */
                            loadedShare?: number;
                            rowsRead: number;
                        };
                        answer: {
                            storeCount: number;
                            stores: {
                                /** @description From the last touch to the order */
                                medianDays: number | null;
                                /** @description With a touch before them */
                                orders: number;
                                people: number;
                                /** @description Of these orders, net, in the currency of the workspace */
                                revenue: number;
                                store: string;
                                storeOrders: number;
                                storeRevenue: number;
                            }[];
                            total: {
                                /** @description From the last touch to the order */
                                medianDays: number | null;
                                /** @description With a touch before them */
                                orders: number;
                                orderShare: number | null;
                                people: number;
                                /** @description Of these orders, net, in the currency of the workspace */
                                revenue: number;
                                revenueShare: number | null;
                                /** @description All orders of stores */
                                storeOrders: number;
                                storeRevenue: number;
                            };
                            /** @description All values, whatever the limit */
                            touchCount: number;
                            touches: {
                                /** @description From the last touch to the order */
                                medianDays: number | null;
                                /** @description With a touch before them */
                                orders: number;
                                people: number;
                                /** @description Of these orders, net, in the currency of the workspace */
                                revenue: number;
                                value: string;
                            }[];
                        };
                        /** @description What the catalogue now calls products and stores in the question and its answer, which say their ids: by dimension, then by value. Left out where there is none */
                        names?: {
                            [key: string]: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
        };
    };
    askCohort: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Cohorts by what the first event of inclusion said, instead of by its time */
                    by?: {
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** @description 50 unless said */
                        limit?: number;
                    };
                    filters?: ({
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Text */
                        text: {
                            anyOf?: string[];
                            contains?: string;
                            ends?: string;
                            /** @constant */
                            ignoreCase?: true;
                            is?: string;
                            isNot?: string;
                            lacks?: string;
                            like?: string;
                            noneOf?: string[];
                            starts?: string;
                        };
                    } | {
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Number */
                        number: {
                            above?: number;
                            atLeast?: number;
                            atMost?: number;
                            below?: number;
                            is?: number;
                            isNot?: number;
                        };
                    })[];
                    /**
                     * @description Also the periods before the first
                     * @constant
                     */
                    hasLatency?: true;
                    /** @description All must hold in one period */
                    inclusion: ({
                        /** @description An id of GET /api/analytics/metrics, one of a family (`events:Store Visited`), or a calculated metric that was set up */
                        metric: string;
                        /** Number */
                        number?: {
                            above?: number;
                            atLeast?: number;
                            atMost?: number;
                            below?: number;
                            is?: number;
                            isNot?: number;
                        };
                        segments?: ({
                            segment: string;
                        } | {
                            audience: string;
                        } | {
                            /** @description A condition (docs/conditions.md) */
                            condition: Record<string, never>;
                            /** @enum {unknown} */
                            level: "person" | "session" | "event";
                            /** @description What readers call it; it changes nothing */
                            name?: string;
                        })[];
                    } | {
                        /** @description docs/analytics.md, “Calculated metrics” */
                        formula: string;
                        /** Number */
                        number?: {
                            above?: number;
                            atLeast?: number;
                            atMost?: number;
                            below?: number;
                            is?: number;
                            isNot?: number;
                        };
                        segments?: ({
                            segment: string;
                        } | {
                            audience: string;
                        } | {
                            /** @description A condition (docs/conditions.md) */
                            condition: Record<string, never>;
                            /** @enum {unknown} */
                            level: "person" | "session" | "event";
                            /** @description What readers call it; it changes nothing */
                            name?: string;
                        })[];
                    })[];
                    /**
                     * @description Counts those who came back in every period up to that one
                     * @constant
                     */
                    isRolling?: true;
                    /** Range */
                    range: {
                        from: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                        to?: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                    } | {
                        last: string;
                    } | {
                        /** @description 0 is the one that runs, 1 the one before */
                        back?: number;
                        /** @enum {unknown} */
                        calendar: "day" | "week" | "month" | "quarter" | "year";
                        /** @description So many of them, of which that is the last */
                        count?: number;
                    };
                    /** @description All must hold in one period */
                    return?: ({
                        /** @description An id of GET /api/analytics/metrics, one of a family (`events:Store Visited`), or a calculated metric that was set up */
                        metric: string;
                        /** Number */
                        number?: {
                            above?: number;
                            atLeast?: number;
                            atMost?: number;
                            below?: number;
                            is?: number;
                            isNot?: number;
                        };
                        segments?: ({
                            segment: string;
                        } | {
                            audience: string;
                        } | {
                            /** @description A condition (docs/conditions.md) */
                            condition: Record<string, never>;
                            /** @enum {unknown} */
                            level: "person" | "session" | "event";
                            /** @description What readers call it; it changes nothing */
                            name?: string;
                        })[];
                    } | {
                        /** @description docs/analytics.md, “Calculated metrics” */
                        formula: string;
                        /** Number */
                        number?: {
                            above?: number;
                            atLeast?: number;
                            atMost?: number;
                            below?: number;
                            is?: number;
                            isNot?: number;
                        };
                        segments?: ({
                            segment: string;
                        } | {
                            audience: string;
                        } | {
                            /** @description A condition (docs/conditions.md) */
                            condition: Record<string, never>;
                            /** @enum {unknown} */
                            level: "person" | "session" | "event";
                            /** @description What readers call it; it changes nothing */
                            name?: string;
                        })[];
                    })[];
                    segments?: ({
                        segment: string;
                    } | {
                        audience: string;
                    } | {
                        /** @description A condition (docs/conditions.md) */
                        condition: Record<string, never>;
                        /** @enum {unknown} */
                        level: "person" | "session" | "event";
                        /** @description What readers call it; it changes nothing */
                        name?: string;
                    })[];
                    /**
                     * @description Who came back, unless said, or who did not
                     * @enum {unknown}
                     */
                    shows?: "retention" | "churn";
                    /** @enum {unknown} */
                    unit: "day" | "week" | "month" | "quarter" | "year";
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: {
                            /** @description Time of the engine */
                            elapsedMs: number;
                            /** @description The data are complete up to here (ms since the epoch) */
                            freshAt: number;
                            /** @description Answered before, and nothing has changed since */
                            isCached: boolean;
                            /** @description Nothing was sampled or estimated */
                            isExact: boolean;
                            /** @description While history is read in: the share of its file that has been (0 to 1) */
                            loadedShare?: number;
                            rowsRead: number;
                        };
                        answer: {
                            average: {
                                /** @description The period is over, and lies wholly within the range */
                                isComplete: boolean;
                                /** @description Periods after the first, or before it */
                                offset: number;
                                people: number;
                                share: number | null;
                                /** @description Of whom the period lies within the range */
                                size: number;
                            }[];
                            periods: string[];
                            rowCount: number;
                            rows: {
                                cells: {
                                    /** @description The period is over, and lies wholly within the range */
                                    isComplete: boolean;
                                    /** @description Periods after the first, or before it */
                                    offset: number;
                                    people: number;
                                    share: number | null;
                                    /** @description Of whom the period lies within the range */
                                    size: number;
                                }[];
                                /** @description The first day of its period, or the value of the dimension */
                                cohort: string;
                                /** @description Its periods are over, and lie wholly within the range */
                                isComplete: boolean;
                                size: number;
                            }[];
                        };
                        /** @description What the catalogue now calls products and stores in the question and its answer, which say their ids: by dimension, then by value. Left out where there is none */
                        names?: {
                            [key: string]: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
        };
    };
    listDimensions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dimensions: {
                            /** @description event, session, person or item */
                            container: string;
                            id: string;
                            /**
                             * @description People of the workspace set it up
                             * @constant
                             */
                            isSetUp?: true;
                            /** @description By language */
                            title: {
                                [key: string]: string;
                            };
                            type: string;
                        }[];
                        /** @description Dimensions named `id:argument` */
                        families: {
                            argument: string;
                            id: string;
                            /** @description By language */
                            title: {
                                [key: string]: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    askExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of intervals and verdicts; 0.95 unless said */
                    confidence?: number;
                    /** @description The variant that others are compared with */
                    control: string;
                    /** @description Which events show that somebody was exposed, and the dimension that names the variant (`variant` unless said): [{ "dimension": "experiment", "text": { "is": "hero" } }] */
                    exposure: {
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension?: string;
                        filters: ({
                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                            dimension: string;
                            /** Text */
                            text: {
                                anyOf?: string[];
                                contains?: string;
                                ends?: string;
                                /** @constant */
                                ignoreCase?: true;
                                is?: string;
                                isNot?: string;
                                lacks?: string;
                                like?: string;
                                noneOf?: string[];
                                starts?: string;
                            };
                        } | {
                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                            dimension: string;
                            /** Number */
                            number: {
                                above?: number;
                                atLeast?: number;
                                atMost?: number;
                                below?: number;
                                is?: number;
                                isNot?: number;
                            };
                        })[];
                    };
                    filters?: ({
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Text */
                        text: {
                            anyOf?: string[];
                            contains?: string;
                            ends?: string;
                            /** @constant */
                            ignoreCase?: true;
                            is?: string;
                            isNot?: string;
                            lacks?: string;
                            like?: string;
                            noneOf?: string[];
                            starts?: string;
                        };
                    } | {
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Number */
                        number: {
                            above?: number;
                            atLeast?: number;
                            atMost?: number;
                            below?: number;
                            is?: number;
                            isNot?: number;
                        };
                    })[];
                    metrics: {
                        /**
                         * @description How much of it a person has, unless said, or the share of people who have any
                         * @enum {unknown}
                         */
                        as?: "mean" | "share";
                        /** @description An id of GET /api/analytics/metrics, one of a family (`events:Store Visited`), or a calculated metric that was set up */
                        metric: string;
                    }[];
                    /** Range */
                    range: {
                        from: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                        to?: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                    } | {
                        last: string;
                    } | {
                        /** @description 0 is the one that runs, 1 the one before */
                        back?: number;
                        /** @enum {unknown} */
                        calendar: "day" | "week" | "month" | "quarter" | "year";
                        /** @description So many of them, of which that is the last */
                        count?: number;
                    };
                    segments?: ({
                        segment: string;
                    } | {
                        audience: string;
                    } | {
                        /** @description A condition (docs/conditions.md) */
                        condition: Record<string, never>;
                        /** @enum {unknown} */
                        level: "person" | "session" | "event";
                        /** @description What readers call it; it changes nothing */
                        name?: string;
                    })[];
                    /** @description So many people in both variants at which intervals are tightest; 10,000 unless said. Choose it before you look. */
                    tightestAt?: number;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: {
                            /** @description Time of the engine */
                            elapsedMs: number;
                            /** @description The data are complete up to here (ms since the epoch) */
                            freshAt: number;
                            /** @description Answered before, and nothing has changed since */
                            isCached: boolean;
                            /** @description Nothing was sampled or estimated */
                            isExact: boolean;
                            /** @description While history is read in: the share of its file that has been (0 to 1) */
                            loadedShare?: number;
                            rowsRead: number;
                        };
                        answer: {
                            /** @description Who saw several variants, and count for none */
                            mixedPeople: number;
                            variants: {
                                isControl: boolean;
                                people: number;
                                /** @description Of each metric */
                                results: {
                                    /** @description That it differs from the control, corrected for the number of variants; it holds whenever you look */
                                    confidence: number | null;
                                    interval: {
                                        lower: number;
                                        upper: number;
                                    } | null;
                                    isConclusive: boolean;
                                    /** @description 0.1 is a tenth more than the control */
                                    lift: number | null;
                                    liftInterval: {
                                        lower: number;
                                        upper: number;
                                    } | null;
                                    mean: number | null;
                                    sum: number;
                                }[];
                                variant: string;
                            }[];
                        };
                        /** @description What the catalogue now calls products and stores in the question and its answer, which say their ids: by dimension, then by value. Left out where there is none */
                        names?: {
                            [key: string]: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
        };
    };
    askFallout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Whose steps follow each other; `person` unless said
                     * @enum {unknown}
                     */
                    container?: "person" | "session";
                    filters?: ({
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Text */
                        text: {
                            anyOf?: string[];
                            contains?: string;
                            ends?: string;
                            /** @constant */
                            ignoreCase?: true;
                            is?: string;
                            isNot?: string;
                            lacks?: string;
                            like?: string;
                            noneOf?: string[];
                            starts?: string;
                        };
                    } | {
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Number */
                        number: {
                            above?: number;
                            atLeast?: number;
                            atMost?: number;
                            below?: number;
                            is?: number;
                            isNot?: number;
                        };
                    })[];
                    /** @description Segments of people, or of sessions, beside each other; everybody comes first */
                    groups?: ({
                        segment: string;
                    } | {
                        audience: string;
                    } | {
                        /** @description A condition (docs/conditions.md) */
                        condition: Record<string, never>;
                        /** @enum {unknown} */
                        level: "person" | "session" | "event";
                        /** @description What readers call it; it changes nothing */
                        name?: string;
                    })[][];
                    /** @description What they did next instead */
                    instead?: {
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension?: string;
                        limit?: number;
                        /** @description Of those who came to this step, from 1, and no further */
                        step: number;
                    };
                    /** @description `30min`, `24h`, `7d` */
                    limit?: string;
                    /** Range */
                    range: {
                        from: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                        to?: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                    } | {
                        last: string;
                    } | {
                        /** @description 0 is the one that runs, 1 the one before */
                        back?: number;
                        /** @enum {unknown} */
                        calendar: "day" | "week" | "month" | "quarter" | "year";
                        /** @description So many of them, of which that is the last */
                        count?: number;
                    };
                    segments?: ({
                        segment: string;
                    } | {
                        audience: string;
                    } | {
                        /** @description A condition (docs/conditions.md) */
                        condition: Record<string, never>;
                        /** @enum {unknown} */
                        level: "person" | "session" | "event";
                        /** @description What readers call it; it changes nothing */
                        name?: string;
                    })[];
                    /**
                     * @description Whether events of one moment follow each other: not, unless said, as in conditions; or in the order in which they came, for data whose times are coarse
                     * @enum {unknown}
                     */
                    simultaneous?: "apart" | "in-order";
                    steps: {
                        /** @description Any of these */
                        any: ({
                            event: string | string[];
                            products?: ({
                                /** Date */
                                date?: {
                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                    after?: string;
                                    anniversary?: {
                                        last?: number;
                                        next?: number;
                                    };
                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                    before?: string;
                                    /** How often */
                                    fullYears?: {
                                        atLeast?: number;
                                        atMost?: number;
                                        exactly?: number;
                                    };
                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                    furtherAhead?: string;
                                    leapDay?: "02-28" | "03-01";
                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                    longerAgo?: string;
                                    /** @description a day such as “2026-05-03” */
                                    on?: string;
                                    timeZone?: string;
                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                    withinLast?: string;
                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                    withinNext?: string;
                                };
                                exists?: boolean;
                                /** List */
                                list?: {
                                    includes?: string[];
                                    includesAll?: string[];
                                    includesNone?: string[];
                                    sizeAtLeast?: number;
                                    sizeAtMost?: number;
                                };
                                /** Number */
                                number?: {
                                    above?: number;
                                    atLeast?: number;
                                    atMost?: number;
                                    below?: number;
                                    is?: number;
                                    isNot?: number;
                                };
                                /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                product: string;
                                /** Text */
                                text?: {
                                    anyOf?: string[];
                                    contains?: string;
                                    ends?: string;
                                    /** @constant */
                                    ignoreCase?: true;
                                    is?: string;
                                    isNot?: string;
                                    lacks?: string;
                                    like?: string;
                                    noneOf?: string[];
                                    starts?: string;
                                };
                                truth?: boolean;
                            } | {
                                /** @enum {unknown} */
                                catalogue: "category" | "brand" | "price" | "stock";
                                /** Date */
                                date?: {
                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                    after?: string;
                                    anniversary?: {
                                        last?: number;
                                        next?: number;
                                    };
                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                    before?: string;
                                    /** How often */
                                    fullYears?: {
                                        atLeast?: number;
                                        atMost?: number;
                                        exactly?: number;
                                    };
                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                    furtherAhead?: string;
                                    leapDay?: "02-28" | "03-01";
                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                    longerAgo?: string;
                                    /** @description a day such as “2026-05-03” */
                                    on?: string;
                                    timeZone?: string;
                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                    withinLast?: string;
                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                    withinNext?: string;
                                };
                                exists?: boolean;
                                /** List */
                                list?: {
                                    includes?: string[];
                                    includesAll?: string[];
                                    includesNone?: string[];
                                    sizeAtLeast?: number;
                                    sizeAtMost?: number;
                                };
                                /** Number */
                                number?: {
                                    above?: number;
                                    atLeast?: number;
                                    atMost?: number;
                                    below?: number;
                                    is?: number;
                                    isNot?: number;
                                };
                                /** Text */
                                text?: {
                                    anyOf?: string[];
                                    contains?: string;
                                    ends?: string;
                                    /** @constant */
                                    ignoreCase?: true;
                                    is?: string;
                                    isNot?: string;
                                    lacks?: string;
                                    like?: string;
                                    noneOf?: string[];
                                    starts?: string;
                                };
                                truth?: boolean;
                            })[];
                            where?: ({
                                /** Date */
                                date?: {
                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                    after?: string;
                                    anniversary?: {
                                        last?: number;
                                        next?: number;
                                    };
                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                    before?: string;
                                    /** How often */
                                    fullYears?: {
                                        atLeast?: number;
                                        atMost?: number;
                                        exactly?: number;
                                    };
                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                    furtherAhead?: string;
                                    leapDay?: "02-28" | "03-01";
                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                    longerAgo?: string;
                                    /** @description a day such as “2026-05-03” */
                                    on?: string;
                                    timeZone?: string;
                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                    withinLast?: string;
                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                    withinNext?: string;
                                };
                                exists?: boolean;
                                /** List */
                                list?: {
                                    includes?: string[];
                                    includesAll?: string[];
                                    includesNone?: string[];
                                    sizeAtLeast?: number;
                                    sizeAtMost?: number;
                                };
                                /** Number */
                                number?: {
                                    above?: number;
                                    atLeast?: number;
                                    atMost?: number;
                                    below?: number;
                                    is?: number;
                                    isNot?: number;
                                };
                                /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                property: string;
                                /** Text */
                                text?: {
                                    anyOf?: string[];
                                    contains?: string;
                                    ends?: string;
                                    /** @constant */
                                    ignoreCase?: true;
                                    is?: string;
                                    isNot?: string;
                                    lacks?: string;
                                    like?: string;
                                    noneOf?: string[];
                                    starts?: string;
                                };
                                truth?: boolean;
                            } | {
                                /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                context: string;
                                /** Date */
                                date?: {
                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                    after?: string;
                                    anniversary?: {
                                        last?: number;
                                        next?: number;
                                    };
                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                    before?: string;
                                    /** How often */
                                    fullYears?: {
                                        atLeast?: number;
                                        atMost?: number;
                                        exactly?: number;
                                    };
                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                    furtherAhead?: string;
                                    leapDay?: "02-28" | "03-01";
                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                    longerAgo?: string;
                                    /** @description a day such as “2026-05-03” */
                                    on?: string;
                                    timeZone?: string;
                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                    withinLast?: string;
                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                    withinNext?: string;
                                };
                                exists?: boolean;
                                /** List */
                                list?: {
                                    includes?: string[];
                                    includesAll?: string[];
                                    includesNone?: string[];
                                    sizeAtLeast?: number;
                                    sizeAtMost?: number;
                                };
                                /** Number */
                                number?: {
                                    above?: number;
                                    atLeast?: number;
                                    atMost?: number;
                                    below?: number;
                                    is?: number;
                                    isNot?: number;
                                };
                                /** Text */
                                text?: {
                                    anyOf?: string[];
                                    contains?: string;
                                    ends?: string;
                                    /** @constant */
                                    ignoreCase?: true;
                                    is?: string;
                                    isNot?: string;
                                    lacks?: string;
                                    like?: string;
                                    noneOf?: string[];
                                    starts?: string;
                                };
                                truth?: boolean;
                            } | {
                                /** @enum {unknown} */
                                origin: "name" | "channel" | "source" | "type";
                                /** Text */
                                text: {
                                    anyOf?: string[];
                                    contains?: string;
                                    ends?: string;
                                    /** @constant */
                                    ignoreCase?: true;
                                    is?: string;
                                    isNot?: string;
                                    lacks?: string;
                                    like?: string;
                                    noneOf?: string[];
                                    starts?: string;
                                };
                            })[];
                        } | {
                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                            dimension: string;
                            /** Text */
                            text: {
                                anyOf?: string[];
                                contains?: string;
                                ends?: string;
                                /** @constant */
                                ignoreCase?: true;
                                is?: string;
                                isNot?: string;
                                lacks?: string;
                                like?: string;
                                noneOf?: string[];
                                starts?: string;
                            };
                        })[];
                        /**
                         * @description At any later time, unless said; or with the very next thing the person does
                         * @enum {unknown}
                         */
                        path?: "eventual" | "next";
                        /** @description `30min`, `24h`, `7d` */
                        within?: string;
                    }[];
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: {
                            /** @description Time of the engine */
                            elapsedMs: number;
                            /** @description The data are complete up to here (ms since the epoch) */
                            freshAt: number;
                            /** @description Answered before, and nothing has changed since */
                            isCached: boolean;
                            /** @description Nothing was sampled or estimated */
                            isExact: boolean;
                            /** @description While history is read in: the share of its file that has been (0 to 1) */
                            loadedShare?: number;
                            rowsRead: number;
                        };
                        answer: {
                            /** @description Everybody, then the groups in the order of the query */
                            groups: {
                                /** @description People, or sessions, of the range */
                                all: number;
                                steps: {
                                    /** @description People, or sessions, that took the steps up to this one */
                                    count: number;
                                    /** @description Came to this step and no further */
                                    fellOut: number;
                                    /** @description Between the nearest time of the step before and the first time of this one */
                                    medianSeconds: number | null;
                                    shareOfAll: number | null;
                                    shareOfFirst: number | null;
                                    shareOfPrevious: number | null;
                                }[];
                            }[];
                            instead?: {
                                count: number;
                                /** @description Empty for those who did nothing more in the range */
                                value: string;
                            }[];
                        };
                        /** @description What the catalogue now calls products and stores in the question and its answer, which say their ids: by dimension, then by value. Left out where there is none */
                        names?: {
                            [key: string]: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
        };
    };
    askFlow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    after?: number;
                    before?: number;
                    /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                    dimension?: string;
                    filters?: ({
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Text */
                        text: {
                            anyOf?: string[];
                            contains?: string;
                            ends?: string;
                            /** @constant */
                            ignoreCase?: true;
                            is?: string;
                            isNot?: string;
                            lacks?: string;
                            like?: string;
                            noneOf?: string[];
                            starts?: string;
                        };
                    } | {
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Number */
                        number: {
                            above?: number;
                            atLeast?: number;
                            atMost?: number;
                            below?: number;
                            is?: number;
                            isNot?: number;
                        };
                    })[];
                    /** @description Values shown of each step, 10 unless said; the others stand together */
                    items?: number;
                    /**
                     * @description Paths from, through or to the value; `starts` unless said
                     * @enum {unknown}
                     */
                    kind?: "starts" | "contains" | "ends";
                    /**
                     * @description Which, where the value comes several times
                     * @enum {unknown}
                     */
                    occurrence?: "first" | "last";
                    /** Range */
                    range: {
                        from: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                        to?: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                    } | {
                        last: string;
                    } | {
                        /** @description 0 is the one that runs, 1 the one before */
                        back?: number;
                        /** @enum {unknown} */
                        calendar: "day" | "week" | "month" | "quarter" | "year";
                        /** @description So many of them, of which that is the last */
                        count?: number;
                    };
                    /** @description Whether the same value again is a step of its own; not, unless said */
                    repeats?: boolean;
                    segments?: ({
                        segment: string;
                    } | {
                        audience: string;
                    } | {
                        /** @description A condition (docs/conditions.md) */
                        condition: Record<string, never>;
                        /** @enum {unknown} */
                        level: "person" | "session" | "event";
                        /** @description What readers call it; it changes nothing */
                        name?: string;
                    })[];
                    /** @description One of these; without any, paths from their begin or to their end */
                    value?: string | string[];
                    /**
                     * @description `session` unless said
                     * @enum {unknown}
                     */
                    within?: "session" | "person";
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: {
                            /** @description Time of the engine */
                            elapsedMs: number;
                            /** @description The data are complete up to here (ms since the epoch) */
                            freshAt: number;
                            /** @description Answered before, and nothing has changed since */
                            isCached: boolean;
                            /** @description Nothing was sampled or estimated */
                            isExact: boolean;
                            /** @description While history is read in: the share of its file that has been (0 to 1) */
                            loadedShare?: number;
                            rowsRead: number;
                        };
                        answer: {
                            links: {
                                /** @description null: all others together */
                                from: string | null;
                                /** @description Sessions, or people where paths are theirs */
                                paths: number;
                                people: number;
                                /** @description Of `from` */
                                step: number;
                                /** @description null: all others together */
                                to: string | null;
                            }[];
                            pathCount: number;
                            steps: {
                                nodes: {
                                    /** @description Paths that begin with it */
                                    entries: number;
                                    /** @description Paths that end with it */
                                    exits: number;
                                    /** @description Sessions, or people where paths are theirs */
                                    paths: number;
                                    people: number;
                                    /** @description null: all others together */
                                    value: string | null;
                                    /** @description How many values it stands for */
                                    valueCount: number;
                                }[];
                                step: number;
                            }[];
                        };
                        /** @description What the catalogue now calls products and stores in the question and its answer, which say their ids: by dimension, then by value. Left out where there is none */
                        names?: {
                            [key: string]: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
        };
    };
    askHistogram: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Buckets */
                    buckets?: {
                        count: number;
                    } | {
                        count: number;
                        from?: number;
                        width: number;
                    } | {
                        edges: number[];
                    };
                    filters?: ({
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Text */
                        text: {
                            anyOf?: string[];
                            contains?: string;
                            ends?: string;
                            /** @constant */
                            ignoreCase?: true;
                            is?: string;
                            isNot?: string;
                            lacks?: string;
                            like?: string;
                            noneOf?: string[];
                            starts?: string;
                        };
                    } | {
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Number */
                        number: {
                            above?: number;
                            atLeast?: number;
                            atMost?: number;
                            below?: number;
                            is?: number;
                            isNot?: number;
                        };
                    })[];
                    /** @description An id of GET /api/analytics/metrics, one of a family (`events:Store Visited`), or a calculated metric that was set up */
                    metric: string;
                    /**
                     * @description `person` unless said
                     * @enum {unknown}
                     */
                    per?: "person" | "session";
                    /** Range */
                    range: {
                        from: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                        to?: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                    } | {
                        last: string;
                    } | {
                        /** @description 0 is the one that runs, 1 the one before */
                        back?: number;
                        /** @enum {unknown} */
                        calendar: "day" | "week" | "month" | "quarter" | "year";
                        /** @description So many of them, of which that is the last */
                        count?: number;
                    };
                    segments?: ({
                        segment: string;
                    } | {
                        audience: string;
                    } | {
                        /** @description A condition (docs/conditions.md) */
                        condition: Record<string, never>;
                        /** @enum {unknown} */
                        level: "person" | "session" | "event";
                        /** @description What readers call it; it changes nothing */
                        name?: string;
                    })[];
                    /**
                     * @description Also those who did something else: their number is 0
                     * @constant
                     */
                    withNothing?: true;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: {
                            /** @description Time of the engine */
                            elapsedMs: number;
                            /** @description The data are complete up to here (ms since the epoch) */
                            freshAt: number;
                            /** @description Answered before, and nothing has changed since */
                            isCached: boolean;
                            /** @description Nothing was sampled or estimated */
                            isExact: boolean;
                            /** @description While history is read in: the share of its file that has been (0 to 1) */
                            loadedShare?: number;
                            rowsRead: number;
                        };
                        answer: {
                            buckets: {
                                /** @description People, or sessions */
                                count: number;
                                from: number | null;
                                share: number;
                                /** @description Of the metric */
                                sum: number;
                                /** @description Outside of the bucket; null is without end */
                                to: number | null;
                            }[];
                            count: number;
                            maximum: number | null;
                            mean: number | null;
                            median: number | null;
                            minimum: number | null;
                            sum: number;
                        };
                        /** @description What the catalogue now calls products and stores in the question and its answer, which say their ids: by dimension, then by value. Left out where there is none */
                        names?: {
                            [key: string]: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
        };
    };
    listMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Metrics named `id:argument` */
                        families: {
                            argument: string;
                            id: string;
                            /** @description By language */
                            title: {
                                [key: string]: string;
                            };
                        }[];
                        metrics: {
                            format: string;
                            id: string;
                            /**
                             * @description People of the workspace set it up
                             * @constant
                             */
                            isSetUp?: true;
                            /** @description By language */
                            title: {
                                [key: string]: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    askNeighbours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description So many steps; the very next unless said */
                    away?: number;
                    /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                    dimension: string;
                    filters?: ({
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Text */
                        text: {
                            anyOf?: string[];
                            contains?: string;
                            ends?: string;
                            /** @constant */
                            ignoreCase?: true;
                            is?: string;
                            isNot?: string;
                            lacks?: string;
                            like?: string;
                            noneOf?: string[];
                            starts?: string;
                        };
                    } | {
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Number */
                        number: {
                            above?: number;
                            atLeast?: number;
                            atMost?: number;
                            below?: number;
                            is?: number;
                            isNot?: number;
                        };
                    })[];
                    /** @description 50 unless said */
                    limit?: number;
                    /** Range */
                    range: {
                        from: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                        to?: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                    } | {
                        last: string;
                    } | {
                        /** @description 0 is the one that runs, 1 the one before */
                        back?: number;
                        /** @enum {unknown} */
                        calendar: "day" | "week" | "month" | "quarter" | "year";
                        /** @description So many of them, of which that is the last */
                        count?: number;
                    };
                    /** @description Whether the same value again is a step of its own; not, unless said */
                    repeats?: boolean;
                    segments?: ({
                        segment: string;
                    } | {
                        audience: string;
                    } | {
                        /** @description A condition (docs/conditions.md) */
                        condition: Record<string, never>;
                        /** @enum {unknown} */
                        level: "person" | "session" | "event";
                        /** @description What readers call it; it changes nothing */
                        name?: string;
                    })[];
                    value: string | string[];
                    /**
                     * @description `session` unless said
                     * @enum {unknown}
                     */
                    within?: "session" | "person";
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: {
                            /** @description Time of the engine */
                            elapsedMs: number;
                            /** @description The data are complete up to here (ms since the epoch) */
                            freshAt: number;
                            /** @description Answered before, and nothing has changed since */
                            isCached: boolean;
                            /** @description Nothing was sampled or estimated */
                            isExact: boolean;
                            /** @description While history is read in: the share of its file that has been (0 to 1) */
                            loadedShare?: number;
                            rowsRead: number;
                        };
                        answer: {
                            next: {
                                /** @description Where the path begins or ends before that */
                                none: {
                                    people: number;
                                    times: number;
                                };
                                /** @description All, whatever the limit */
                                valueCount: number;
                                values: {
                                    people: number;
                                    /** @description Of all times */
                                    share: number;
                                    times: number;
                                    value: string;
                                }[];
                            };
                            previous: {
                                /** @description Where the path begins or ends before that */
                                none: {
                                    people: number;
                                    times: number;
                                };
                                /** @description All, whatever the limit */
                                valueCount: number;
                                values: {
                                    people: number;
                                    /** @description Of all times */
                                    share: number;
                                    times: number;
                                    value: string;
                                }[];
                            };
                            /** @description How often the value came */
                            times: number;
                        };
                        /** @description What the catalogue now calls products and stores in the question and its answer, which say their ids: by dimension, then by value. Left out where there is none */
                        names?: {
                            [key: string]: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
        };
    };
    askOverlap: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    filters?: ({
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Text */
                        text: {
                            anyOf?: string[];
                            contains?: string;
                            ends?: string;
                            /** @constant */
                            ignoreCase?: true;
                            is?: string;
                            isNot?: string;
                            lacks?: string;
                            like?: string;
                            noneOf?: string[];
                            starts?: string;
                        };
                    } | {
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Number */
                        number: {
                            above?: number;
                            atLeast?: number;
                            atMost?: number;
                            below?: number;
                            is?: number;
                            isNot?: number;
                        };
                    })[];
                    /** @description People unless said */
                    metrics?: string[];
                    /** Range */
                    range: {
                        from: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                        to?: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                    } | {
                        last: string;
                    } | {
                        /** @description 0 is the one that runs, 1 the one before */
                        back?: number;
                        /** @enum {unknown} */
                        calendar: "day" | "week" | "month" | "quarter" | "year";
                        /** @description So many of them, of which that is the last */
                        count?: number;
                    };
                    segments?: ({
                        segment: string;
                    } | {
                        audience: string;
                    } | {
                        /** @description A condition (docs/conditions.md) */
                        condition: Record<string, never>;
                        /** @enum {unknown} */
                        level: "person" | "session" | "event";
                        /** @description What readers call it; it changes nothing */
                        name?: string;
                    })[];
                    /** @description The segments that are laid over each other */
                    sets: ({
                        segment: string;
                    } | {
                        audience: string;
                    } | {
                        /** @description A condition (docs/conditions.md) */
                        condition: Record<string, never>;
                        /** @enum {unknown} */
                        level: "person" | "session" | "event";
                        /** @description What readers call it; it changes nothing */
                        name?: string;
                    })[];
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: {
                            /** @description Time of the engine */
                            elapsedMs: number;
                            /** @description The data are complete up to here (ms since the epoch) */
                            freshAt: number;
                            /** @description Answered before, and nothing has changed since */
                            isCached: boolean;
                            /** @description Nothing was sampled or estimated */
                            isExact: boolean;
                            /** @description While history is read in: the share of its file that has been (0 to 1) */
                            loadedShare?: number;
                            rowsRead: number;
                        };
                        answer: {
                            regions: {
                                /** @description Within all of these, whatever else */
                                inAll: number[];
                                /** @description Within all of these and none of the others */
                                inOnly: number[];
                                /** @description Numbers of the sets, from 0 */
                                sets: number[];
                            }[];
                            /** @description Of each metric */
                            total: number[];
                        };
                        /** @description What the catalogue now calls products and stores in the question and its answer, which say their ids: by dimension, then by value. Left out where there is none */
                        names?: {
                            [key: string]: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
        };
    };
    previewDimension: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Values shown, 50 unless said */
                    limit?: number;
                    of: {
                        dimension: components["schemas"]["def-0"];
                    } | {
                        channels: {
                            rules: {
                                channel: string;
                                /**
                                 * @description Only the event that opened a session, unless said `any`
                                 * @enum {unknown}
                                 */
                                on?: "any" | "session-start";
                                /** @description All must pass; without any, everything that came so far */
                                when: {
                                    /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                                    dimension: string;
                                    /** Text */
                                    text: {
                                        anyOf?: string[];
                                        contains?: string;
                                        ends?: string;
                                        /** @constant */
                                        ignoreCase?: true;
                                        is?: string;
                                        isNot?: string;
                                        lacks?: string;
                                        like?: string;
                                        noneOf?: string[];
                                        starts?: string;
                                    };
                                }[];
                            }[];
                        };
                    };
                    /** Range */
                    range: {
                        from: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                        to?: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                    } | {
                        last: string;
                    } | {
                        /** @description 0 is the one that runs, 1 the one before */
                        back?: number;
                        /** @enum {unknown} */
                        calendar: "day" | "week" | "month" | "quarter" | "year";
                        /** @description So many of them, of which that is the last */
                        count?: number;
                    };
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answer: {
                            columns: {
                                /** @description count, number, amount (in `currency`), share or duration (s) */
                                format: string;
                                isBetterLow: boolean;
                                /** @description By language */
                                title: {
                                    [key: string]: string;
                                };
                            }[];
                            compared?: {
                                from: number;
                                to: number;
                            };
                            currency: string;
                            /** @description ms since the epoch; `to` is outside */
                            range: {
                                from: number;
                                to: number;
                            };
                            /** @description Rows of the first level, whatever its limit */
                            rowCount: number;
                            rows: {
                                /** @description Of each column; null where too little came before */
                                bands?: ({
                                    expected: number;
                                    isAnomaly: boolean;
                                    lower: number;
                                    upper: number;
                                } | null)[];
                                /** @description Against the comparison: 0.1 is a tenth more */
                                changes?: (number | null)[];
                                /** @description The value of each level down to this row; empty where there is none */
                                path: string[];
                                /** @description Of the comparison */
                                previous?: (number | null)[];
                                /** @description Of the total; null for shares */
                                shares: (number | null)[];
                                /** @description Of each column, a value each step */
                                sparklines?: (number | null)[][];
                                values: (number | null)[];
                            }[];
                            /** @description Of the sparklines */
                            steps?: string[];
                            total: {
                                /** @description Against the comparison: 0.1 is a tenth more */
                                changes?: (number | null)[];
                                /** @description Of the comparison */
                                previous?: (number | null)[];
                                /** @description Of each column, a value each step */
                                sparklines?: (number | null)[][];
                                values: (number | null)[];
                            };
                        };
                        /** @description What the catalogue now calls products and stores in the question and its answer, which say their ids: by dimension, then by value. Left out where there is none */
                        names?: {
                            [key: string]: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
        };
    };
    askScorecard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Comparison */
                    compare?: "previous" | "year-before" | ({
                        from: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                        to?: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                    } | {
                        last: string;
                    } | {
                        /** @description 0 is the one that runs, 1 the one before */
                        back?: number;
                        /** @enum {unknown} */
                        calendar: "day" | "week" | "month" | "quarter" | "year";
                        /** @description So many of them, of which that is the last */
                        count?: number;
                    });
                    filters?: ({
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Text */
                        text: {
                            anyOf?: string[];
                            contains?: string;
                            ends?: string;
                            /** @constant */
                            ignoreCase?: true;
                            is?: string;
                            isNot?: string;
                            lacks?: string;
                            like?: string;
                            noneOf?: string[];
                            starts?: string;
                        };
                    } | {
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Number */
                        number: {
                            above?: number;
                            atLeast?: number;
                            atMost?: number;
                            below?: number;
                            is?: number;
                            isNot?: number;
                        };
                    })[];
                    /** Range */
                    range: {
                        from: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                        to?: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                    } | {
                        last: string;
                    } | {
                        /** @description 0 is the one that runs, 1 the one before */
                        back?: number;
                        /** @enum {unknown} */
                        calendar: "day" | "week" | "month" | "quarter" | "year";
                        /** @description So many of them, of which that is the last */
                        count?: number;
                    };
                    segments?: ({
                        segment: string;
                    } | {
                        audience: string;
                    } | {
                        /** @description A condition (docs/conditions.md) */
                        condition: Record<string, never>;
                        /** @enum {unknown} */
                        level: "person" | "session" | "event";
                        /** @description What readers call it; it changes nothing */
                        name?: string;
                    })[];
                    tiles: ({
                        /** @description An id of GET /api/analytics/metrics, one of a family (`events:Store Visited`), or a calculated metric that was set up */
                        metric: string;
                        segments?: ({
                            segment: string;
                        } | {
                            audience: string;
                        } | {
                            /** @description A condition (docs/conditions.md) */
                            condition: Record<string, never>;
                            /** @enum {unknown} */
                            level: "person" | "session" | "event";
                            /** @description What readers call it; it changes nothing */
                            name?: string;
                        })[];
                    } | {
                        /** @enum {unknown} */
                        format?: "count" | "number" | "amount" | "share" | "duration";
                        /** @description docs/analytics.md, “Calculated metrics” */
                        formula: string;
                        /** @description What it is called; the formula unless said */
                        name?: string;
                        segments?: ({
                            segment: string;
                        } | {
                            audience: string;
                        } | {
                            /** @description A condition (docs/conditions.md) */
                            condition: Record<string, never>;
                            /** @enum {unknown} */
                            level: "person" | "session" | "event";
                            /** @description What readers call it; it changes nothing */
                            name?: string;
                        })[];
                    })[];
                    /**
                     * @description Each tile over time, in these steps
                     * @enum {unknown}
                     */
                    trend?: "hour" | "day" | "week" | "month" | "quarter" | "year";
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: {
                            /** @description Time of the engine */
                            elapsedMs: number;
                            /** @description The data are complete up to here (ms since the epoch) */
                            freshAt: number;
                            /** @description Answered before, and nothing has changed since */
                            isCached: boolean;
                            /** @description Nothing was sampled or estimated */
                            isExact: boolean;
                            /** @description While history is read in: the share of its file that has been (0 to 1) */
                            loadedShare?: number;
                            rowsRead: number;
                        };
                        answer: {
                            currency: string;
                            /** @description Of the trends */
                            steps?: string[];
                            tiles: {
                                /** @description 0.1 is a tenth more */
                                change?: number | null;
                                /** @description count, number, amount (in `currency`), share or duration (s) */
                                format: string;
                                /** @description Than before; null where nothing changed */
                                isBetter?: boolean | null;
                                previous?: number | null;
                                /** @description By language */
                                title: {
                                    [key: string]: string;
                                };
                                trend?: (number | null)[];
                                value: number | null;
                            }[];
                        };
                        /** @description What the catalogue now calls products and stores in the question and its answer, which say their ids: by dimension, then by value. Left out where there is none */
                        names?: {
                            [key: string]: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
        };
    };
    listSegments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        segments: {
                            id: string;
                            /** @enum {unknown} */
                            level: "person" | "session" | "event";
                            name: string;
                        }[];
                    };
                };
            };
        };
    };
    readSharedView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answers: {
                            [key: string]: unknown;
                        };
                        at: number;
                        by: string;
                        currency: string;
                        document: {
                            /** Comparison */
                            compare?: "previous" | "year-before" | ({
                                from: string | {
                                    /** @description And by so many days */
                                    days?: number;
                                    /** @description By so many of that unit */
                                    shift?: number;
                                    /** @enum {unknown} */
                                    startOf: "day" | "week" | "month" | "quarter" | "year";
                                };
                                to?: string | {
                                    /** @description And by so many days */
                                    days?: number;
                                    /** @description By so many of that unit */
                                    shift?: number;
                                    /** @enum {unknown} */
                                    startOf: "day" | "week" | "month" | "quarter" | "year";
                                };
                            } | {
                                last: string;
                            } | {
                                /** @description 0 is the one that runs, 1 the one before */
                                back?: number;
                                /** @enum {unknown} */
                                calendar: "day" | "week" | "month" | "quarter" | "year";
                                /** @description So many of them, of which that is the last */
                                count?: number;
                            });
                            description?: string;
                            filters?: ({
                                /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                                dimension: string;
                                /** Text */
                                text: {
                                    anyOf?: string[];
                                    contains?: string;
                                    ends?: string;
                                    /** @constant */
                                    ignoreCase?: true;
                                    is?: string;
                                    isNot?: string;
                                    lacks?: string;
                                    like?: string;
                                    noneOf?: string[];
                                    starts?: string;
                                };
                            } | {
                                /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                                dimension: string;
                                /** Number */
                                number: {
                                    above?: number;
                                    atLeast?: number;
                                    atMost?: number;
                                    below?: number;
                                    is?: number;
                                    isNot?: number;
                                };
                            })[];
                            name: string;
                            panels: {
                                /** Comparison */
                                compare?: "previous" | "year-before" | ({
                                    from: string | {
                                        /** @description And by so many days */
                                        days?: number;
                                        /** @description By so many of that unit */
                                        shift?: number;
                                        /** @enum {unknown} */
                                        startOf: "day" | "week" | "month" | "quarter" | "year";
                                    };
                                    to?: string | {
                                        /** @description And by so many days */
                                        days?: number;
                                        /** @description By so many of that unit */
                                        shift?: number;
                                        /** @enum {unknown} */
                                        startOf: "day" | "week" | "month" | "quarter" | "year";
                                    };
                                } | {
                                    last: string;
                                } | {
                                    /** @description 0 is the one that runs, 1 the one before */
                                    back?: number;
                                    /** @enum {unknown} */
                                    calendar: "day" | "week" | "month" | "quarter" | "year";
                                    /** @description So many of them, of which that is the last */
                                    count?: number;
                                });
                                filters?: ({
                                    /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                                    dimension: string;
                                    /** Text */
                                    text: {
                                        anyOf?: string[];
                                        contains?: string;
                                        ends?: string;
                                        /** @constant */
                                        ignoreCase?: true;
                                        is?: string;
                                        isNot?: string;
                                        lacks?: string;
                                        like?: string;
                                        noneOf?: string[];
                                        starts?: string;
                                    };
                                } | {
                                    /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                                    dimension: string;
                                    /** Number */
                                    number: {
                                        above?: number;
                                        atLeast?: number;
                                        atMost?: number;
                                        below?: number;
                                        is?: number;
                                        isNot?: number;
                                    };
                                })[];
                                id: string;
                                parts: ({
                                    id: string;
                                    /** @description Settings of the drawing; the interface knows */
                                    look?: {
                                        [key: string]: unknown;
                                    };
                                    /** @description What `POST /api/analytics/{question}` takes; without a range, that of the panel or workspace */
                                    query: {
                                        [key: string]: unknown;
                                    };
                                    /** @description A kind of question, such as `table` */
                                    question: string;
                                    title?: string;
                                    /** @description How it is drawn; the interface knows */
                                    view?: string;
                                    without?: {
                                        /** @constant */
                                        compare?: true;
                                        filters?: ({
                                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                                            dimension: string;
                                            /** Text */
                                            text: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                        } | {
                                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                                            dimension: string;
                                            /** Number */
                                            number: {
                                                above?: number;
                                                atLeast?: number;
                                                atMost?: number;
                                                below?: number;
                                                is?: number;
                                                isNot?: number;
                                            };
                                        })[];
                                        segments?: ({
                                            segment: string;
                                        } | {
                                            audience: string;
                                        } | {
                                            /** @description A condition (docs/conditions.md) */
                                            condition: Record<string, never>;
                                            /** @enum {unknown} */
                                            level: "person" | "session" | "event";
                                            /** @description What readers call it; it changes nothing */
                                            name?: string;
                                        })[];
                                    };
                                } | {
                                    id: string;
                                    /** @description Settings of the drawing; the interface knows */
                                    look?: {
                                        [key: string]: unknown;
                                    };
                                    text: string;
                                })[];
                                /** Range */
                                range?: {
                                    from: string | {
                                        /** @description And by so many days */
                                        days?: number;
                                        /** @description By so many of that unit */
                                        shift?: number;
                                        /** @enum {unknown} */
                                        startOf: "day" | "week" | "month" | "quarter" | "year";
                                    };
                                    to?: string | {
                                        /** @description And by so many days */
                                        days?: number;
                                        /** @description By so many of that unit */
                                        shift?: number;
                                        /** @enum {unknown} */
                                        startOf: "day" | "week" | "month" | "quarter" | "year";
                                    };
                                } | {
                                    last: string;
                                } | {
                                    /** @description 0 is the one that runs, 1 the one before */
                                    back?: number;
                                    /** @enum {unknown} */
                                    calendar: "day" | "week" | "month" | "quarter" | "year";
                                    /** @description So many of them, of which that is the last */
                                    count?: number;
                                };
                                segments?: ({
                                    segment: string;
                                } | {
                                    audience: string;
                                } | {
                                    /** @description A condition (docs/conditions.md) */
                                    condition: Record<string, never>;
                                    /** @enum {unknown} */
                                    level: "person" | "session" | "event";
                                    /** @description What readers call it; it changes nothing */
                                    name?: string;
                                })[];
                                title?: string;
                            }[];
                            /** Range */
                            range: {
                                from: string | {
                                    /** @description And by so many days */
                                    days?: number;
                                    /** @description By so many of that unit */
                                    shift?: number;
                                    /** @enum {unknown} */
                                    startOf: "day" | "week" | "month" | "quarter" | "year";
                                };
                                to?: string | {
                                    /** @description And by so many days */
                                    days?: number;
                                    /** @description By so many of that unit */
                                    shift?: number;
                                    /** @enum {unknown} */
                                    startOf: "day" | "week" | "month" | "quarter" | "year";
                                };
                            } | {
                                last: string;
                            } | {
                                /** @description 0 is the one that runs, 1 the one before */
                                back?: number;
                                /** @enum {unknown} */
                                calendar: "day" | "week" | "month" | "quarter" | "year";
                                /** @description So many of them, of which that is the last */
                                count?: number;
                            };
                            /** @description Who is shown it in lists; everybody unless said */
                            roles?: string[];
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                        };
                        names: {
                            audiences: {
                                id: string;
                                name: string;
                            }[];
                            dimensionFamilies: {
                                id: string;
                                /** @description By language */
                                title: {
                                    [key: string]: string;
                                };
                            }[];
                            dimensions: {
                                id: string;
                                /** @description By language */
                                title: {
                                    [key: string]: string;
                                };
                            }[];
                            metricFamilies: {
                                id: string;
                                /** @description By language */
                                title: {
                                    [key: string]: string;
                                };
                            }[];
                            metrics: {
                                id: string;
                                /** @description By language */
                                title: {
                                    [key: string]: string;
                                };
                            }[];
                            segments: {
                                id: string;
                                name: string;
                            }[];
                        };
                        timeZone: string;
                        workspace: string;
                    };
                };
            };
        };
    };
    askTable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Where steps of time are the only level: what was to be expected, and what lies outside
                     * @constant
                     */
                    anomalies?: true;
                    columns: ({
                        /** @description An id of GET /api/analytics/metrics, one of a family (`events:Store Visited`), or a calculated metric that was set up */
                        metric: string;
                        segments?: ({
                            segment: string;
                        } | {
                            audience: string;
                        } | {
                            /** @description A condition (docs/conditions.md) */
                            condition: Record<string, never>;
                            /** @enum {unknown} */
                            level: "person" | "session" | "event";
                            /** @description What readers call it; it changes nothing */
                            name?: string;
                        })[];
                    } | {
                        /** @enum {unknown} */
                        format?: "count" | "number" | "amount" | "share" | "duration";
                        /** @description docs/analytics.md, “Calculated metrics” */
                        formula: string;
                        /** @description What it is called; the formula unless said */
                        name?: string;
                        segments?: ({
                            segment: string;
                        } | {
                            audience: string;
                        } | {
                            /** @description A condition (docs/conditions.md) */
                            condition: Record<string, never>;
                            /** @enum {unknown} */
                            level: "person" | "session" | "event";
                            /** @description What readers call it; it changes nothing */
                            name?: string;
                        })[];
                    } | {
                        /** @description docs/analytics.md, “Attribution” */
                        attribution: {
                            /** Look-back */
                            lookback?: "session" | "person" | string;
                            /** Attribution model */
                            model: {
                                /** @constant */
                                model: "last";
                            } | {
                                /** @constant */
                                model: "first";
                            } | {
                                /** @constant */
                                model: "same";
                            } | {
                                /** @constant */
                                model: "linear";
                            } | {
                                /** @constant */
                                model: "participation";
                            } | {
                                /** @constant */
                                model: "u-shaped";
                            } | {
                                /** @constant */
                                model: "j-shaped";
                            } | {
                                /** @constant */
                                model: "inverse-j";
                            } | {
                                /** @description 7d unless said */
                                halfLife?: string;
                                /** @constant */
                                model: "time-decay";
                            } | {
                                first: number;
                                last: number;
                                middle: number;
                                /** @constant */
                                model: "custom";
                            } | {
                                /** @constant */
                                model: "data-driven";
                            } | {
                                /** @constant */
                                model: "markov";
                            };
                        };
                        /** @description An id of GET /api/analytics/metrics, one of a family (`events:Store Visited`), or a calculated metric that was set up */
                        metric: string;
                        segments?: ({
                            segment: string;
                        } | {
                            audience: string;
                        } | {
                            /** @description A condition (docs/conditions.md) */
                            condition: Record<string, never>;
                            /** @enum {unknown} */
                            level: "person" | "session" | "event";
                            /** @description What readers call it; it changes nothing */
                            name?: string;
                        })[];
                    } | {
                        /** @description docs/analytics.md, “Attribution” */
                        attribution: {
                            /** Look-back */
                            lookback?: "session" | "person" | string;
                            /** Attribution model */
                            model: {
                                /** @constant */
                                model: "last";
                            } | {
                                /** @constant */
                                model: "first";
                            } | {
                                /** @constant */
                                model: "same";
                            } | {
                                /** @constant */
                                model: "linear";
                            } | {
                                /** @constant */
                                model: "participation";
                            } | {
                                /** @constant */
                                model: "u-shaped";
                            } | {
                                /** @constant */
                                model: "j-shaped";
                            } | {
                                /** @constant */
                                model: "inverse-j";
                            } | {
                                /** @description 7d unless said */
                                halfLife?: string;
                                /** @constant */
                                model: "time-decay";
                            } | {
                                first: number;
                                last: number;
                                middle: number;
                                /** @constant */
                                model: "custom";
                            } | {
                                /** @constant */
                                model: "data-driven";
                            } | {
                                /** @constant */
                                model: "markov";
                            };
                        };
                        /** @enum {unknown} */
                        format?: "count" | "number" | "amount" | "share" | "duration";
                        /** @description docs/analytics.md, “Calculated metrics” */
                        formula: string;
                        /** @description What it is called; the formula unless said */
                        name?: string;
                        segments?: ({
                            segment: string;
                        } | {
                            audience: string;
                        } | {
                            /** @description A condition (docs/conditions.md) */
                            condition: Record<string, never>;
                            /** @enum {unknown} */
                            level: "person" | "session" | "event";
                            /** @description What readers call it; it changes nothing */
                            name?: string;
                        })[];
                    })[];
                    /** Comparison */
                    compare?: "previous" | "year-before" | ({
                        from: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                        to?: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                    } | {
                        last: string;
                    } | {
                        /** @description 0 is the one that runs, 1 the one before */
                        back?: number;
                        /** @enum {unknown} */
                        calendar: "day" | "week" | "month" | "quarter" | "year";
                        /** @description So many of them, of which that is the last */
                        count?: number;
                    });
                    filters?: ({
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Text */
                        text: {
                            anyOf?: string[];
                            contains?: string;
                            ends?: string;
                            /** @constant */
                            ignoreCase?: true;
                            is?: string;
                            isNot?: string;
                            lacks?: string;
                            like?: string;
                            noneOf?: string[];
                            starts?: string;
                        };
                    } | {
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** Number */
                        number: {
                            above?: number;
                            atLeast?: number;
                            atMost?: number;
                            below?: number;
                            is?: number;
                            isNot?: number;
                        };
                    })[];
                    /** @description Each level is broken down by the next; none asks for totals only */
                    levels: {
                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                        dimension: string;
                        /** @description Rows below each row of the level above; 50 unless said, and all steps of time */
                        limit?: number;
                        /** @description Leaves out so many: the next page */
                        offset?: number;
                        /** @description Only rows of these values; totals, too, are of them */
                        only?: string[];
                        /** @enum {unknown} */
                        order?: "ascending" | "descending";
                        /** @description The number of a column, from 0, or `value` for the dimension itself; time stands in its order, others by the first column */
                        sortBy?: number | "value";
                        /**
                         * @description Of that column: its value, that of the comparison, or the change
                         * @enum {unknown}
                         */
                        sortOn?: "value" | "previous" | "change";
                    }[];
                    /** Range */
                    range: {
                        from: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                        to?: string | {
                            /** @description And by so many days */
                            days?: number;
                            /** @description By so many of that unit */
                            shift?: number;
                            /** @enum {unknown} */
                            startOf: "day" | "week" | "month" | "quarter" | "year";
                        };
                    } | {
                        last: string;
                    } | {
                        /** @description 0 is the one that runs, 1 the one before */
                        back?: number;
                        /** @enum {unknown} */
                        calendar: "day" | "week" | "month" | "quarter" | "year";
                        /** @description So many of them, of which that is the last */
                        count?: number;
                    };
                    segments?: ({
                        segment: string;
                    } | {
                        audience: string;
                    } | {
                        /** @description A condition (docs/conditions.md) */
                        condition: Record<string, never>;
                        /** @enum {unknown} */
                        level: "person" | "session" | "event";
                        /** @description What readers call it; it changes nothing */
                        name?: string;
                    })[];
                    /**
                     * @description Each row over time, in these steps
                     * @enum {unknown}
                     */
                    sparklines?: "hour" | "day" | "week" | "month" | "quarter" | "year";
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: {
                            /** @description Time of the engine */
                            elapsedMs: number;
                            /** @description The data are complete up to here (ms since the epoch) */
                            freshAt: number;
                            /** @description Answered before, and nothing has changed since */
                            isCached: boolean;
                            /** @description Nothing was sampled or estimated */
                            isExact: boolean;
                            /** @description While history is read in: the share of its file that has been (0 to 1) */
                            loadedShare?: number;
                            rowsRead: number;
                        };
                        answer: {
                            columns: {
                                /** @description count, number, amount (in `currency`), share or duration (s) */
                                format: string;
                                isBetterLow: boolean;
                                /** @description By language */
                                title: {
                                    [key: string]: string;
                                };
                            }[];
                            compared?: {
                                from: number;
                                to: number;
                            };
                            currency: string;
                            /** @description ms since the epoch; `to` is outside */
                            range: {
                                from: number;
                                to: number;
                            };
                            /** @description Rows of the first level, whatever its limit */
                            rowCount: number;
                            rows: {
                                /** @description Of each column; null where too little came before */
                                bands?: ({
                                    expected: number;
                                    isAnomaly: boolean;
                                    lower: number;
                                    upper: number;
                                } | null)[];
                                /** @description Against the comparison: 0.1 is a tenth more */
                                changes?: (number | null)[];
                                /** @description The value of each level down to this row; empty where there is none */
                                path: string[];
                                /** @description Of the comparison */
                                previous?: (number | null)[];
                                /** @description Of the total; null for shares */
                                shares: (number | null)[];
                                /** @description Of each column, a value each step */
                                sparklines?: (number | null)[][];
                                values: (number | null)[];
                            }[];
                            /** @description Of the sparklines */
                            steps?: string[];
                            total: {
                                /** @description Against the comparison: 0.1 is a tenth more */
                                changes?: (number | null)[];
                                /** @description Of the comparison */
                                previous?: (number | null)[];
                                /** @description Of each column, a value each step */
                                sparklines?: (number | null)[][];
                                values: (number | null)[];
                            };
                        };
                        /** @description What the catalogue now calls products and stores in the question and its answer, which say their ids: by dimension, then by value. Left out where there is none */
                        names?: {
                            [key: string]: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
        };
    };
    openEventsOfTable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    after?: {
                        derived: number;
                        place: number;
                        time: number;
                    };
                    cell: {
                        /** @description Whatever counts for the column, unless left out: then everything of the row */
                        column?: number;
                        path: string[];
                    };
                    limit?: number;
                    /** Table */
                    query: {
                        /**
                         * @description Where steps of time are the only level: what was to be expected, and what lies outside
                         * @constant
                         */
                        anomalies?: true;
                        columns: ({
                            /** @description An id of GET /api/analytics/metrics, one of a family (`events:Store Visited`), or a calculated metric that was set up */
                            metric: string;
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                        } | {
                            /** @enum {unknown} */
                            format?: "count" | "number" | "amount" | "share" | "duration";
                            /** @description docs/analytics.md, “Calculated metrics” */
                            formula: string;
                            /** @description What it is called; the formula unless said */
                            name?: string;
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                        } | {
                            /** @description docs/analytics.md, “Attribution” */
                            attribution: {
                                /** Look-back */
                                lookback?: "session" | "person" | string;
                                /** Attribution model */
                                model: {
                                    /** @constant */
                                    model: "last";
                                } | {
                                    /** @constant */
                                    model: "first";
                                } | {
                                    /** @constant */
                                    model: "same";
                                } | {
                                    /** @constant */
                                    model: "linear";
                                } | {
                                    /** @constant */
                                    model: "participation";
                                } | {
                                    /** @constant */
                                    model: "u-shaped";
                                } | {
                                    /** @constant */
                                    model: "j-shaped";
                                } | {
                                    /** @constant */
                                    model: "inverse-j";
                                } | {
                                    /** @description 7d unless said */
                                    halfLife?: string;
                                    /** @constant */
                                    model: "time-decay";
                                } | {
                                    first: number;
                                    last: number;
                                    middle: number;
                                    /** @constant */
                                    model: "custom";
                                } | {
                                    /** @constant */
                                    model: "data-driven";
                                } | {
                                    /** @constant */
                                    model: "markov";
                                };
                            };
                            /** @description An id of GET /api/analytics/metrics, one of a family (`events:Store Visited`), or a calculated metric that was set up */
                            metric: string;
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                        } | {
                            /** @description docs/analytics.md, “Attribution” */
                            attribution: {
                                /** Look-back */
                                lookback?: "session" | "person" | string;
                                /** Attribution model */
                                model: {
                                    /** @constant */
                                    model: "last";
                                } | {
                                    /** @constant */
                                    model: "first";
                                } | {
                                    /** @constant */
                                    model: "same";
                                } | {
                                    /** @constant */
                                    model: "linear";
                                } | {
                                    /** @constant */
                                    model: "participation";
                                } | {
                                    /** @constant */
                                    model: "u-shaped";
                                } | {
                                    /** @constant */
                                    model: "j-shaped";
                                } | {
                                    /** @constant */
                                    model: "inverse-j";
                                } | {
                                    /** @description 7d unless said */
                                    halfLife?: string;
                                    /** @constant */
                                    model: "time-decay";
                                } | {
                                    first: number;
                                    last: number;
                                    middle: number;
                                    /** @constant */
                                    model: "custom";
                                } | {
                                    /** @constant */
                                    model: "data-driven";
                                } | {
                                    /** @constant */
                                    model: "markov";
                                };
                            };
                            /** @enum {unknown} */
                            format?: "count" | "number" | "amount" | "share" | "duration";
                            /** @description docs/analytics.md, “Calculated metrics” */
                            formula: string;
                            /** @description What it is called; the formula unless said */
                            name?: string;
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                        })[];
                        /** Comparison */
                        compare?: "previous" | "year-before" | ({
                            from: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                            to?: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                        } | {
                            last: string;
                        } | {
                            /** @description 0 is the one that runs, 1 the one before */
                            back?: number;
                            /** @enum {unknown} */
                            calendar: "day" | "week" | "month" | "quarter" | "year";
                            /** @description So many of them, of which that is the last */
                            count?: number;
                        });
                        filters?: ({
                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                            dimension: string;
                            /** Text */
                            text: {
                                anyOf?: string[];
                                contains?: string;
                                ends?: string;
                                /** @constant */
                                ignoreCase?: true;
                                is?: string;
                                isNot?: string;
                                lacks?: string;
                                like?: string;
                                noneOf?: string[];
                                starts?: string;
                            };
                        } | {
                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                            dimension: string;
                            /** Number */
                            number: {
                                above?: number;
                                atLeast?: number;
                                atMost?: number;
                                below?: number;
                                is?: number;
                                isNot?: number;
                            };
                        })[];
                        /** @description Each level is broken down by the next; none asks for totals only */
                        levels: {
                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                            dimension: string;
                            /** @description Rows below each row of the level above; 50 unless said, and all steps of time */
                            limit?: number;
                            /** @description Leaves out so many: the next page */
                            offset?: number;
                            /** @description Only rows of these values; totals, too, are of them */
                            only?: string[];
                            /** @enum {unknown} */
                            order?: "ascending" | "descending";
                            /** @description The number of a column, from 0, or `value` for the dimension itself; time stands in its order, others by the first column */
                            sortBy?: number | "value";
                            /**
                             * @description Of that column: its value, that of the comparison, or the change
                             * @enum {unknown}
                             */
                            sortOn?: "value" | "previous" | "change";
                        }[];
                        /** Range */
                        range: {
                            from: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                            to?: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                        } | {
                            last: string;
                        } | {
                            /** @description 0 is the one that runs, 1 the one before */
                            back?: number;
                            /** @enum {unknown} */
                            calendar: "day" | "week" | "month" | "quarter" | "year";
                            /** @description So many of them, of which that is the last */
                            count?: number;
                        };
                        segments?: ({
                            segment: string;
                        } | {
                            audience: string;
                        } | {
                            /** @description A condition (docs/conditions.md) */
                            condition: Record<string, never>;
                            /** @enum {unknown} */
                            level: "person" | "session" | "event";
                            /** @description What readers call it; it changes nothing */
                            name?: string;
                        })[];
                        /**
                         * @description Each row over time, in these steps
                         * @enum {unknown}
                         */
                        sparklines?: "hour" | "day" | "week" | "month" | "quarter" | "year";
                    };
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: {
                            channel: string;
                            currency: string;
                            derived: number;
                            name: string;
                            /** @description Id of a person */
                            person: number;
                            place: number;
                            revenue: number;
                            session: number;
                            source: string;
                            /** @description ms since the epoch */
                            time: number;
                        }[];
                    };
                };
            };
        };
    };
    exportTable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    format: "csv" | "json" | "parquet";
                    /** Table */
                    query: {
                        /**
                         * @description Where steps of time are the only level: what was to be expected, and what lies outside
                         * @constant
                         */
                        anomalies?: true;
                        columns: ({
                            /** @description An id of GET /api/analytics/metrics, one of a family (`events:Store Visited`), or a calculated metric that was set up */
                            metric: string;
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                        } | {
                            /** @enum {unknown} */
                            format?: "count" | "number" | "amount" | "share" | "duration";
                            /** @description docs/analytics.md, “Calculated metrics” */
                            formula: string;
                            /** @description What it is called; the formula unless said */
                            name?: string;
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                        } | {
                            /** @description docs/analytics.md, “Attribution” */
                            attribution: {
                                /** Look-back */
                                lookback?: "session" | "person" | string;
                                /** Attribution model */
                                model: {
                                    /** @constant */
                                    model: "last";
                                } | {
                                    /** @constant */
                                    model: "first";
                                } | {
                                    /** @constant */
                                    model: "same";
                                } | {
                                    /** @constant */
                                    model: "linear";
                                } | {
                                    /** @constant */
                                    model: "participation";
                                } | {
                                    /** @constant */
                                    model: "u-shaped";
                                } | {
                                    /** @constant */
                                    model: "j-shaped";
                                } | {
                                    /** @constant */
                                    model: "inverse-j";
                                } | {
                                    /** @description 7d unless said */
                                    halfLife?: string;
                                    /** @constant */
                                    model: "time-decay";
                                } | {
                                    first: number;
                                    last: number;
                                    middle: number;
                                    /** @constant */
                                    model: "custom";
                                } | {
                                    /** @constant */
                                    model: "data-driven";
                                } | {
                                    /** @constant */
                                    model: "markov";
                                };
                            };
                            /** @description An id of GET /api/analytics/metrics, one of a family (`events:Store Visited`), or a calculated metric that was set up */
                            metric: string;
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                        } | {
                            /** @description docs/analytics.md, “Attribution” */
                            attribution: {
                                /** Look-back */
                                lookback?: "session" | "person" | string;
                                /** Attribution model */
                                model: {
                                    /** @constant */
                                    model: "last";
                                } | {
                                    /** @constant */
                                    model: "first";
                                } | {
                                    /** @constant */
                                    model: "same";
                                } | {
                                    /** @constant */
                                    model: "linear";
                                } | {
                                    /** @constant */
                                    model: "participation";
                                } | {
                                    /** @constant */
                                    model: "u-shaped";
                                } | {
                                    /** @constant */
                                    model: "j-shaped";
                                } | {
                                    /** @constant */
                                    model: "inverse-j";
                                } | {
                                    /** @description 7d unless said */
                                    halfLife?: string;
                                    /** @constant */
                                    model: "time-decay";
                                } | {
                                    first: number;
                                    last: number;
                                    middle: number;
                                    /** @constant */
                                    model: "custom";
                                } | {
                                    /** @constant */
                                    model: "data-driven";
                                } | {
                                    /** @constant */
                                    model: "markov";
                                };
                            };
                            /** @enum {unknown} */
                            format?: "count" | "number" | "amount" | "share" | "duration";
                            /** @description docs/analytics.md, “Calculated metrics” */
                            formula: string;
                            /** @description What it is called; the formula unless said */
                            name?: string;
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                        })[];
                        /** Comparison */
                        compare?: "previous" | "year-before" | ({
                            from: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                            to?: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                        } | {
                            last: string;
                        } | {
                            /** @description 0 is the one that runs, 1 the one before */
                            back?: number;
                            /** @enum {unknown} */
                            calendar: "day" | "week" | "month" | "quarter" | "year";
                            /** @description So many of them, of which that is the last */
                            count?: number;
                        });
                        filters?: ({
                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                            dimension: string;
                            /** Text */
                            text: {
                                anyOf?: string[];
                                contains?: string;
                                ends?: string;
                                /** @constant */
                                ignoreCase?: true;
                                is?: string;
                                isNot?: string;
                                lacks?: string;
                                like?: string;
                                noneOf?: string[];
                                starts?: string;
                            };
                        } | {
                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                            dimension: string;
                            /** Number */
                            number: {
                                above?: number;
                                atLeast?: number;
                                atMost?: number;
                                below?: number;
                                is?: number;
                                isNot?: number;
                            };
                        })[];
                        /** @description Each level is broken down by the next; none asks for totals only */
                        levels: {
                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                            dimension: string;
                            /** @description Rows below each row of the level above; 50 unless said, and all steps of time */
                            limit?: number;
                            /** @description Leaves out so many: the next page */
                            offset?: number;
                            /** @description Only rows of these values; totals, too, are of them */
                            only?: string[];
                            /** @enum {unknown} */
                            order?: "ascending" | "descending";
                            /** @description The number of a column, from 0, or `value` for the dimension itself; time stands in its order, others by the first column */
                            sortBy?: number | "value";
                            /**
                             * @description Of that column: its value, that of the comparison, or the change
                             * @enum {unknown}
                             */
                            sortOn?: "value" | "previous" | "change";
                        }[];
                        /** Range */
                        range: {
                            from: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                            to?: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                        } | {
                            last: string;
                        } | {
                            /** @description 0 is the one that runs, 1 the one before */
                            back?: number;
                            /** @enum {unknown} */
                            calendar: "day" | "week" | "month" | "quarter" | "year";
                            /** @description So many of them, of which that is the last */
                            count?: number;
                        };
                        segments?: ({
                            segment: string;
                        } | {
                            audience: string;
                        } | {
                            /** @description A condition (docs/conditions.md) */
                            condition: Record<string, never>;
                            /** @enum {unknown} */
                            level: "person" | "session" | "event";
                            /** @description What readers call it; it changes nothing */
                            name?: string;
                        })[];
                        /**
                         * @description Each row over time, in these steps
                         * @enum {unknown}
                         */
                        sparklines?: "hour" | "day" | "week" | "month" | "quarter" | "year";
                    };
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    sayMeaningOfTable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    cell: {
                        /** @description Whatever counts for the column, unless left out: then everything of the row */
                        column?: number;
                        path: string[];
                    };
                    /** Table */
                    query: {
                        /**
                         * @description Where steps of time are the only level: what was to be expected, and what lies outside
                         * @constant
                         */
                        anomalies?: true;
                        columns: ({
                            /** @description An id of GET /api/analytics/metrics, one of a family (`events:Store Visited`), or a calculated metric that was set up */
                            metric: string;
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                        } | {
                            /** @enum {unknown} */
                            format?: "count" | "number" | "amount" | "share" | "duration";
                            /** @description docs/analytics.md, “Calculated metrics” */
                            formula: string;
                            /** @description What it is called; the formula unless said */
                            name?: string;
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                        } | {
                            /** @description docs/analytics.md, “Attribution” */
                            attribution: {
                                /** Look-back */
                                lookback?: "session" | "person" | string;
                                /** Attribution model */
                                model: {
                                    /** @constant */
                                    model: "last";
                                } | {
                                    /** @constant */
                                    model: "first";
                                } | {
                                    /** @constant */
                                    model: "same";
                                } | {
                                    /** @constant */
                                    model: "linear";
                                } | {
                                    /** @constant */
                                    model: "participation";
                                } | {
                                    /** @constant */
                                    model: "u-shaped";
                                } | {
                                    /** @constant */
                                    model: "j-shaped";
                                } | {
                                    /** @constant */
                                    model: "inverse-j";
                                } | {
                                    /** @description 7d unless said */
                                    halfLife?: string;
                                    /** @constant */
                                    model: "time-decay";
                                } | {
                                    first: number;
                                    last: number;
                                    middle: number;
                                    /** @constant */
                                    model: "custom";
                                } | {
                                    /** @constant */
                                    model: "data-driven";
                                } | {
                                    /** @constant */
                                    model: "markov";
                                };
                            };
                            /** @description An id of GET /api/analytics/metrics, one of a family (`events:Store Visited`), or a calculated metric that was set up */
                            metric: string;
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                        } | {
                            /** @description docs/analytics.md, “Attribution” */
                            attribution: {
                                /** Look-back */
                                lookback?: "session" | "person" | string;
                                /** Attribution model */
                                model: {
                                    /** @constant */
                                    model: "last";
                                } | {
                                    /** @constant */
                                    model: "first";
                                } | {
                                    /** @constant */
                                    model: "same";
                                } | {
                                    /** @constant */
                                    model: "linear";
                                } | {
                                    /** @constant */
                                    model: "participation";
                                } | {
                                    /** @constant */
                                    model: "u-shaped";
                                } | {
                                    /** @constant */
                                    model: "j-shaped";
                                } | {
                                    /** @constant */
                                    model: "inverse-j";
                                } | {
                                    /** @description 7d unless said */
                                    halfLife?: string;
                                    /** @constant */
                                    model: "time-decay";
                                } | {
                                    first: number;
                                    last: number;
                                    middle: number;
                                    /** @constant */
                                    model: "custom";
                                } | {
                                    /** @constant */
                                    model: "data-driven";
                                } | {
                                    /** @constant */
                                    model: "markov";
                                };
                            };
                            /** @enum {unknown} */
                            format?: "count" | "number" | "amount" | "share" | "duration";
                            /** @description docs/analytics.md, “Calculated metrics” */
                            formula: string;
                            /** @description What it is called; the formula unless said */
                            name?: string;
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                        })[];
                        /** Comparison */
                        compare?: "previous" | "year-before" | ({
                            from: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                            to?: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                        } | {
                            last: string;
                        } | {
                            /** @description 0 is the one that runs, 1 the one before */
                            back?: number;
                            /** @enum {unknown} */
                            calendar: "day" | "week" | "month" | "quarter" | "year";
                            /** @description So many of them, of which that is the last */
                            count?: number;
                        });
                        filters?: ({
                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                            dimension: string;
                            /** Text */
                            text: {
                                anyOf?: string[];
                                contains?: string;
                                ends?: string;
                                /** @constant */
                                ignoreCase?: true;
                                is?: string;
                                isNot?: string;
                                lacks?: string;
                                like?: string;
                                noneOf?: string[];
                                starts?: string;
                            };
                        } | {
                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                            dimension: string;
                            /** Number */
                            number: {
                                above?: number;
                                atLeast?: number;
                                atMost?: number;
                                below?: number;
                                is?: number;
                                isNot?: number;
                            };
                        })[];
                        /** @description Each level is broken down by the next; none asks for totals only */
                        levels: {
                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                            dimension: string;
                            /** @description Rows below each row of the level above; 50 unless said, and all steps of time */
                            limit?: number;
                            /** @description Leaves out so many: the next page */
                            offset?: number;
                            /** @description Only rows of these values; totals, too, are of them */
                            only?: string[];
                            /** @enum {unknown} */
                            order?: "ascending" | "descending";
                            /** @description The number of a column, from 0, or `value` for the dimension itself; time stands in its order, others by the first column */
                            sortBy?: number | "value";
                            /**
                             * @description Of that column: its value, that of the comparison, or the change
                             * @enum {unknown}
                             */
                            sortOn?: "value" | "previous" | "change";
                        }[];
                        /** Range */
                        range: {
                            from: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                            to?: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                        } | {
                            last: string;
                        } | {
                            /** @description 0 is the one that runs, 1 the one before */
                            back?: number;
                            /** @enum {unknown} */
                            calendar: "day" | "week" | "month" | "quarter" | "year";
                            /** @description So many of them, of which that is the last */
                            count?: number;
                        };
                        segments?: ({
                            segment: string;
                        } | {
                            audience: string;
                        } | {
                            /** @description A condition (docs/conditions.md) */
                            condition: Record<string, never>;
                            /** @enum {unknown} */
                            level: "person" | "session" | "event";
                            /** @description What readers call it; it changes nothing */
                            name?: string;
                        })[];
                        /**
                         * @description Each row over time, in these steps
                         * @enum {unknown}
                         */
                        sparklines?: "hour" | "day" | "week" | "month" | "quarter" | "year";
                    };
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Why there is none */
                        because?: string;
                        condition?: Record<string, never>;
                    };
                };
            };
        };
    };
    openPeopleOfTable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of a person */
                    after?: number;
                    cell: {
                        /** @description Whatever counts for the column, unless left out: then everything of the row */
                        column?: number;
                        path: string[];
                    };
                    limit?: number;
                    /** Table */
                    query: {
                        /**
                         * @description Where steps of time are the only level: what was to be expected, and what lies outside
                         * @constant
                         */
                        anomalies?: true;
                        columns: ({
                            /** @description An id of GET /api/analytics/metrics, one of a family (`events:Store Visited`), or a calculated metric that was set up */
                            metric: string;
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                        } | {
                            /** @enum {unknown} */
                            format?: "count" | "number" | "amount" | "share" | "duration";
                            /** @description docs/analytics.md, “Calculated metrics” */
                            formula: string;
                            /** @description What it is called; the formula unless said */
                            name?: string;
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                        } | {
                            /** @description docs/analytics.md, “Attribution” */
                            attribution: {
                                /** Look-back */
                                lookback?: "session" | "person" | string;
                                /** Attribution model */
                                model: {
                                    /** @constant */
                                    model: "last";
                                } | {
                                    /** @constant */
                                    model: "first";
                                } | {
                                    /** @constant */
                                    model: "same";
                                } | {
                                    /** @constant */
                                    model: "linear";
                                } | {
                                    /** @constant */
                                    model: "participation";
                                } | {
                                    /** @constant */
                                    model: "u-shaped";
                                } | {
                                    /** @constant */
                                    model: "j-shaped";
                                } | {
                                    /** @constant */
                                    model: "inverse-j";
                                } | {
                                    /** @description 7d unless said */
                                    halfLife?: string;
                                    /** @constant */
                                    model: "time-decay";
                                } | {
                                    first: number;
                                    last: number;
                                    middle: number;
                                    /** @constant */
                                    model: "custom";
                                } | {
                                    /** @constant */
                                    model: "data-driven";
                                } | {
                                    /** @constant */
                                    model: "markov";
                                };
                            };
                            /** @description An id of GET /api/analytics/metrics, one of a family (`events:Store Visited`), or a calculated metric that was set up */
                            metric: string;
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                        } | {
                            /** @description docs/analytics.md, “Attribution” */
                            attribution: {
                                /** Look-back */
                                lookback?: "session" | "person" | string;
                                /** Attribution model */
                                model: {
                                    /** @constant */
                                    model: "last";
                                } | {
                                    /** @constant */
                                    model: "first";
                                } | {
                                    /** @constant */
                                    model: "same";
                                } | {
                                    /** @constant */
                                    model: "linear";
                                } | {
                                    /** @constant */
                                    model: "participation";
                                } | {
                                    /** @constant */
                                    model: "u-shaped";
                                } | {
                                    /** @constant */
                                    model: "j-shaped";
                                } | {
                                    /** @constant */
                                    model: "inverse-j";
                                } | {
                                    /** @description 7d unless said */
                                    halfLife?: string;
                                    /** @constant */
                                    model: "time-decay";
                                } | {
                                    first: number;
                                    last: number;
                                    middle: number;
                                    /** @constant */
                                    model: "custom";
                                } | {
                                    /** @constant */
                                    model: "data-driven";
                                } | {
                                    /** @constant */
                                    model: "markov";
                                };
                            };
                            /** @enum {unknown} */
                            format?: "count" | "number" | "amount" | "share" | "duration";
                            /** @description docs/analytics.md, “Calculated metrics” */
                            formula: string;
                            /** @description What it is called; the formula unless said */
                            name?: string;
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                        })[];
                        /** Comparison */
                        compare?: "previous" | "year-before" | ({
                            from: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                            to?: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                        } | {
                            last: string;
                        } | {
                            /** @description 0 is the one that runs, 1 the one before */
                            back?: number;
                            /** @enum {unknown} */
                            calendar: "day" | "week" | "month" | "quarter" | "year";
                            /** @description So many of them, of which that is the last */
                            count?: number;
                        });
                        filters?: ({
                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                            dimension: string;
                            /** Text */
                            text: {
                                anyOf?: string[];
                                contains?: string;
                                ends?: string;
                                /** @constant */
                                ignoreCase?: true;
                                is?: string;
                                isNot?: string;
                                lacks?: string;
                                like?: string;
                                noneOf?: string[];
                                starts?: string;
                            };
                        } | {
                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                            dimension: string;
                            /** Number */
                            number: {
                                above?: number;
                                atLeast?: number;
                                atMost?: number;
                                below?: number;
                                is?: number;
                                isNot?: number;
                            };
                        })[];
                        /** @description Each level is broken down by the next; none asks for totals only */
                        levels: {
                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                            dimension: string;
                            /** @description Rows below each row of the level above; 50 unless said, and all steps of time */
                            limit?: number;
                            /** @description Leaves out so many: the next page */
                            offset?: number;
                            /** @description Only rows of these values; totals, too, are of them */
                            only?: string[];
                            /** @enum {unknown} */
                            order?: "ascending" | "descending";
                            /** @description The number of a column, from 0, or `value` for the dimension itself; time stands in its order, others by the first column */
                            sortBy?: number | "value";
                            /**
                             * @description Of that column: its value, that of the comparison, or the change
                             * @enum {unknown}
                             */
                            sortOn?: "value" | "previous" | "change";
                        }[];
                        /** Range */
                        range: {
                            from: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                            to?: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                        } | {
                            last: string;
                        } | {
                            /** @description 0 is the one that runs, 1 the one before */
                            back?: number;
                            /** @enum {unknown} */
                            calendar: "day" | "week" | "month" | "quarter" | "year";
                            /** @description So many of them, of which that is the last */
                            count?: number;
                        };
                        segments?: ({
                            segment: string;
                        } | {
                            audience: string;
                        } | {
                            /** @description A condition (docs/conditions.md) */
                            condition: Record<string, never>;
                            /** @enum {unknown} */
                            level: "person" | "session" | "event";
                            /** @description What readers call it; it changes nothing */
                            name?: string;
                        })[];
                        /**
                         * @description Each row over time, in these steps
                         * @enum {unknown}
                         */
                        sparklines?: "hour" | "day" | "week" | "month" | "quarter" | "year";
                    };
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Id of a person */
                        next?: number;
                        people: number[];
                        total: number;
                    };
                };
            };
        };
    };
    publishTable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    audience: string;
                    cell: {
                        /** @description Whatever counts for the column, unless left out: then everything of the row */
                        column?: number;
                        path: string[];
                    };
                    dryRun?: boolean;
                    name: string;
                    /** Table */
                    query: {
                        /**
                         * @description Where steps of time are the only level: what was to be expected, and what lies outside
                         * @constant
                         */
                        anomalies?: true;
                        columns: ({
                            /** @description An id of GET /api/analytics/metrics, one of a family (`events:Store Visited`), or a calculated metric that was set up */
                            metric: string;
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                        } | {
                            /** @enum {unknown} */
                            format?: "count" | "number" | "amount" | "share" | "duration";
                            /** @description docs/analytics.md, “Calculated metrics” */
                            formula: string;
                            /** @description What it is called; the formula unless said */
                            name?: string;
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                        } | {
                            /** @description docs/analytics.md, “Attribution” */
                            attribution: {
                                /** Look-back */
                                lookback?: "session" | "person" | string;
                                /** Attribution model */
                                model: {
                                    /** @constant */
                                    model: "last";
                                } | {
                                    /** @constant */
                                    model: "first";
                                } | {
                                    /** @constant */
                                    model: "same";
                                } | {
                                    /** @constant */
                                    model: "linear";
                                } | {
                                    /** @constant */
                                    model: "participation";
                                } | {
                                    /** @constant */
                                    model: "u-shaped";
                                } | {
                                    /** @constant */
                                    model: "j-shaped";
                                } | {
                                    /** @constant */
                                    model: "inverse-j";
                                } | {
                                    /** @description 7d unless said */
                                    halfLife?: string;
                                    /** @constant */
                                    model: "time-decay";
                                } | {
                                    first: number;
                                    last: number;
                                    middle: number;
                                    /** @constant */
                                    model: "custom";
                                } | {
                                    /** @constant */
                                    model: "data-driven";
                                } | {
                                    /** @constant */
                                    model: "markov";
                                };
                            };
                            /** @description An id of GET /api/analytics/metrics, one of a family (`events:Store Visited`), or a calculated metric that was set up */
                            metric: string;
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                        } | {
                            /** @description docs/analytics.md, “Attribution” */
                            attribution: {
                                /** Look-back */
                                lookback?: "session" | "person" | string;
                                /** Attribution model */
                                model: {
                                    /** @constant */
                                    model: "last";
                                } | {
                                    /** @constant */
                                    model: "first";
                                } | {
                                    /** @constant */
                                    model: "same";
                                } | {
                                    /** @constant */
                                    model: "linear";
                                } | {
                                    /** @constant */
                                    model: "participation";
                                } | {
                                    /** @constant */
                                    model: "u-shaped";
                                } | {
                                    /** @constant */
                                    model: "j-shaped";
                                } | {
                                    /** @constant */
                                    model: "inverse-j";
                                } | {
                                    /** @description 7d unless said */
                                    halfLife?: string;
                                    /** @constant */
                                    model: "time-decay";
                                } | {
                                    first: number;
                                    last: number;
                                    middle: number;
                                    /** @constant */
                                    model: "custom";
                                } | {
                                    /** @constant */
                                    model: "data-driven";
                                } | {
                                    /** @constant */
                                    model: "markov";
                                };
                            };
                            /** @enum {unknown} */
                            format?: "count" | "number" | "amount" | "share" | "duration";
                            /** @description docs/analytics.md, “Calculated metrics” */
                            formula: string;
                            /** @description What it is called; the formula unless said */
                            name?: string;
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                        })[];
                        /** Comparison */
                        compare?: "previous" | "year-before" | ({
                            from: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                            to?: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                        } | {
                            last: string;
                        } | {
                            /** @description 0 is the one that runs, 1 the one before */
                            back?: number;
                            /** @enum {unknown} */
                            calendar: "day" | "week" | "month" | "quarter" | "year";
                            /** @description So many of them, of which that is the last */
                            count?: number;
                        });
                        filters?: ({
                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                            dimension: string;
                            /** Text */
                            text: {
                                anyOf?: string[];
                                contains?: string;
                                ends?: string;
                                /** @constant */
                                ignoreCase?: true;
                                is?: string;
                                isNot?: string;
                                lacks?: string;
                                like?: string;
                                noneOf?: string[];
                                starts?: string;
                            };
                        } | {
                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                            dimension: string;
                            /** Number */
                            number: {
                                above?: number;
                                atLeast?: number;
                                atMost?: number;
                                below?: number;
                                is?: number;
                                isNot?: number;
                            };
                        })[];
                        /** @description Each level is broken down by the next; none asks for totals only */
                        levels: {
                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                            dimension: string;
                            /** @description Rows below each row of the level above; 50 unless said, and all steps of time */
                            limit?: number;
                            /** @description Leaves out so many: the next page */
                            offset?: number;
                            /** @description Only rows of these values; totals, too, are of them */
                            only?: string[];
                            /** @enum {unknown} */
                            order?: "ascending" | "descending";
                            /** @description The number of a column, from 0, or `value` for the dimension itself; time stands in its order, others by the first column */
                            sortBy?: number | "value";
                            /**
                             * @description Of that column: its value, that of the comparison, or the change
                             * @enum {unknown}
                             */
                            sortOn?: "value" | "previous" | "change";
                        }[];
                        /** Range */
                        range: {
                            from: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                            to?: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                        } | {
                            last: string;
                        } | {
                            /** @description 0 is the one that runs, 1 the one before */
                            back?: number;
                            /** @enum {unknown} */
                            calendar: "day" | "week" | "month" | "quarter" | "year";
                            /** @description So many of them, of which that is the last */
                            count?: number;
                        };
                        segments?: ({
                            segment: string;
                        } | {
                            audience: string;
                        } | {
                            /** @description A condition (docs/conditions.md) */
                            condition: Record<string, never>;
                            /** @enum {unknown} */
                            level: "person" | "session" | "event";
                            /** @description What readers call it; it changes nothing */
                            name?: string;
                        })[];
                        /**
                         * @description Each row over time, in these steps
                         * @enum {unknown}
                         */
                        sparklines?: "hour" | "day" | "week" | "month" | "quarter" | "year";
                    };
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Why it is a snapshot */
                        because?: string;
                        condition?: Record<string, never>;
                        /** @enum {unknown} */
                        how: "live" | "snapshot";
                        people: number;
                    };
                };
            };
        };
    };
    listUses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        uses: {
                            /** @description Parts of workspaces that name it */
                            count: number;
                            id: string;
                            /** @enum {unknown} */
                            kind: "dimension" | "metric" | "segment" | "audience";
                        }[];
                    };
                };
            };
        };
    };
    listWorkspaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        workspaces: {
                            description?: string;
                            /** @description When the caller’s own unsaved changes were kept last (ms since the epoch) */
                            draftAt?: number;
                            id: string;
                            name: string;
                            panels: number;
                        }[];
                    };
                };
            };
        };
    };
    readWorkspaceDraft: {
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
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        draft?: {
                            /** @description When it was kept last (ms since the epoch) */
                            at: number;
                            document: {
                                /** Comparison */
                                compare?: "previous" | "year-before" | ({
                                    from: string | {
                                        /** @description And by so many days */
                                        days?: number;
                                        /** @description By so many of that unit */
                                        shift?: number;
                                        /** @enum {unknown} */
                                        startOf: "day" | "week" | "month" | "quarter" | "year";
                                    };
                                    to?: string | {
                                        /** @description And by so many days */
                                        days?: number;
                                        /** @description By so many of that unit */
                                        shift?: number;
                                        /** @enum {unknown} */
                                        startOf: "day" | "week" | "month" | "quarter" | "year";
                                    };
                                } | {
                                    last: string;
                                } | {
                                    /** @description 0 is the one that runs, 1 the one before */
                                    back?: number;
                                    /** @enum {unknown} */
                                    calendar: "day" | "week" | "month" | "quarter" | "year";
                                    /** @description So many of them, of which that is the last */
                                    count?: number;
                                });
                                description?: string;
                                filters?: ({
                                    /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                                    dimension: string;
                                    /** Text */
                                    text: {
                                        anyOf?: string[];
                                        contains?: string;
                                        ends?: string;
                                        /** @constant */
                                        ignoreCase?: true;
                                        is?: string;
                                        isNot?: string;
                                        lacks?: string;
                                        like?: string;
                                        noneOf?: string[];
                                        starts?: string;
                                    };
                                } | {
                                    /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                                    dimension: string;
                                    /** Number */
                                    number: {
                                        above?: number;
                                        atLeast?: number;
                                        atMost?: number;
                                        below?: number;
                                        is?: number;
                                        isNot?: number;
                                    };
                                })[];
                                name: string;
                                panels: {
                                    /** Comparison */
                                    compare?: "previous" | "year-before" | ({
                                        from: string | {
                                            /** @description And by so many days */
                                            days?: number;
                                            /** @description By so many of that unit */
                                            shift?: number;
                                            /** @enum {unknown} */
                                            startOf: "day" | "week" | "month" | "quarter" | "year";
                                        };
                                        to?: string | {
                                            /** @description And by so many days */
                                            days?: number;
                                            /** @description By so many of that unit */
                                            shift?: number;
                                            /** @enum {unknown} */
                                            startOf: "day" | "week" | "month" | "quarter" | "year";
                                        };
                                    } | {
                                        last: string;
                                    } | {
                                        /** @description 0 is the one that runs, 1 the one before */
                                        back?: number;
                                        /** @enum {unknown} */
                                        calendar: "day" | "week" | "month" | "quarter" | "year";
                                        /** @description So many of them, of which that is the last */
                                        count?: number;
                                    });
                                    filters?: ({
                                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                                        dimension: string;
                                        /** Text */
                                        text: {
                                            anyOf?: string[];
                                            contains?: string;
                                            ends?: string;
                                            /** @constant */
                                            ignoreCase?: true;
                                            is?: string;
                                            isNot?: string;
                                            lacks?: string;
                                            like?: string;
                                            noneOf?: string[];
                                            starts?: string;
                                        };
                                    } | {
                                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                                        dimension: string;
                                        /** Number */
                                        number: {
                                            above?: number;
                                            atLeast?: number;
                                            atMost?: number;
                                            below?: number;
                                            is?: number;
                                            isNot?: number;
                                        };
                                    })[];
                                    id: string;
                                    parts: ({
                                        id: string;
                                        /** @description Settings of the drawing; the interface knows */
                                        look?: {
                                            [key: string]: unknown;
                                        };
                                        /** @description What `POST /api/analytics/{question}` takes; without a range, that of the panel or workspace */
                                        query: {
                                            [key: string]: unknown;
                                        };
                                        /** @description A kind of question, such as `table` */
                                        question: string;
                                        title?: string;
                                        /** @description How it is drawn; the interface knows */
                                        view?: string;
                                        without?: {
                                            /** @constant */
                                            compare?: true;
                                            filters?: ({
                                                /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                                                dimension: string;
                                                /** Text */
                                                text: {
                                                    anyOf?: string[];
                                                    contains?: string;
                                                    ends?: string;
                                                    /** @constant */
                                                    ignoreCase?: true;
                                                    is?: string;
                                                    isNot?: string;
                                                    lacks?: string;
                                                    like?: string;
                                                    noneOf?: string[];
                                                    starts?: string;
                                                };
                                            } | {
                                                /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                                                dimension: string;
                                                /** Number */
                                                number: {
                                                    above?: number;
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    below?: number;
                                                    is?: number;
                                                    isNot?: number;
                                                };
                                            })[];
                                            segments?: ({
                                                segment: string;
                                            } | {
                                                audience: string;
                                            } | {
                                                /** @description A condition (docs/conditions.md) */
                                                condition: Record<string, never>;
                                                /** @enum {unknown} */
                                                level: "person" | "session" | "event";
                                                /** @description What readers call it; it changes nothing */
                                                name?: string;
                                            })[];
                                        };
                                    } | {
                                        id: string;
                                        /** @description Settings of the drawing; the interface knows */
                                        look?: {
                                            [key: string]: unknown;
                                        };
                                        text: string;
                                    })[];
                                    /** Range */
                                    range?: {
                                        from: string | {
                                            /** @description And by so many days */
                                            days?: number;
                                            /** @description By so many of that unit */
                                            shift?: number;
                                            /** @enum {unknown} */
                                            startOf: "day" | "week" | "month" | "quarter" | "year";
                                        };
                                        to?: string | {
                                            /** @description And by so many days */
                                            days?: number;
                                            /** @description By so many of that unit */
                                            shift?: number;
                                            /** @enum {unknown} */
                                            startOf: "day" | "week" | "month" | "quarter" | "year";
                                        };
                                    } | {
                                        last: string;
                                    } | {
                                        /** @description 0 is the one that runs, 1 the one before */
                                        back?: number;
                                        /** @enum {unknown} */
                                        calendar: "day" | "week" | "month" | "quarter" | "year";
                                        /** @description So many of them, of which that is the last */
                                        count?: number;
                                    };
                                    segments?: ({
                                        segment: string;
                                    } | {
                                        audience: string;
                                    } | {
                                        /** @description A condition (docs/conditions.md) */
                                        condition: Record<string, never>;
                                        /** @enum {unknown} */
                                        level: "person" | "session" | "event";
                                        /** @description What readers call it; it changes nothing */
                                        name?: string;
                                    })[];
                                    title?: string;
                                }[];
                                /** Range */
                                range: {
                                    from: string | {
                                        /** @description And by so many days */
                                        days?: number;
                                        /** @description By so many of that unit */
                                        shift?: number;
                                        /** @enum {unknown} */
                                        startOf: "day" | "week" | "month" | "quarter" | "year";
                                    };
                                    to?: string | {
                                        /** @description And by so many days */
                                        days?: number;
                                        /** @description By so many of that unit */
                                        shift?: number;
                                        /** @enum {unknown} */
                                        startOf: "day" | "week" | "month" | "quarter" | "year";
                                    };
                                } | {
                                    last: string;
                                } | {
                                    /** @description 0 is the one that runs, 1 the one before */
                                    back?: number;
                                    /** @enum {unknown} */
                                    calendar: "day" | "week" | "month" | "quarter" | "year";
                                    /** @description So many of them, of which that is the last */
                                    count?: number;
                                };
                                /** @description Who is shown it in lists; everybody unless said */
                                roles?: string[];
                                segments?: ({
                                    segment: string;
                                } | {
                                    audience: string;
                                } | {
                                    /** @description A condition (docs/conditions.md) */
                                    condition: Record<string, never>;
                                    /** @enum {unknown} */
                                    level: "person" | "session" | "event";
                                    /** @description What readers call it; it changes nothing */
                                    name?: string;
                                })[];
                            };
                            /** @description Of the workspace, from which the draft began */
                            version: number;
                        };
                    };
                };
            };
        };
    };
    keepWorkspaceDraft: {
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
                "application/json": {
                    document: {
                        /** Comparison */
                        compare?: "previous" | "year-before" | ({
                            from: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                            to?: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                        } | {
                            last: string;
                        } | {
                            /** @description 0 is the one that runs, 1 the one before */
                            back?: number;
                            /** @enum {unknown} */
                            calendar: "day" | "week" | "month" | "quarter" | "year";
                            /** @description So many of them, of which that is the last */
                            count?: number;
                        });
                        description?: string;
                        filters?: ({
                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                            dimension: string;
                            /** Text */
                            text: {
                                anyOf?: string[];
                                contains?: string;
                                ends?: string;
                                /** @constant */
                                ignoreCase?: true;
                                is?: string;
                                isNot?: string;
                                lacks?: string;
                                like?: string;
                                noneOf?: string[];
                                starts?: string;
                            };
                        } | {
                            /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                            dimension: string;
                            /** Number */
                            number: {
                                above?: number;
                                atLeast?: number;
                                atMost?: number;
                                below?: number;
                                is?: number;
                                isNot?: number;
                            };
                        })[];
                        name: string;
                        panels: {
                            /** Comparison */
                            compare?: "previous" | "year-before" | ({
                                from: string | {
                                    /** @description And by so many days */
                                    days?: number;
                                    /** @description By so many of that unit */
                                    shift?: number;
                                    /** @enum {unknown} */
                                    startOf: "day" | "week" | "month" | "quarter" | "year";
                                };
                                to?: string | {
                                    /** @description And by so many days */
                                    days?: number;
                                    /** @description By so many of that unit */
                                    shift?: number;
                                    /** @enum {unknown} */
                                    startOf: "day" | "week" | "month" | "quarter" | "year";
                                };
                            } | {
                                last: string;
                            } | {
                                /** @description 0 is the one that runs, 1 the one before */
                                back?: number;
                                /** @enum {unknown} */
                                calendar: "day" | "week" | "month" | "quarter" | "year";
                                /** @description So many of them, of which that is the last */
                                count?: number;
                            });
                            filters?: ({
                                /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                                dimension: string;
                                /** Text */
                                text: {
                                    anyOf?: string[];
                                    contains?: string;
                                    ends?: string;
                                    /** @constant */
                                    ignoreCase?: true;
                                    is?: string;
                                    isNot?: string;
                                    lacks?: string;
                                    like?: string;
                                    noneOf?: string[];
                                    starts?: string;
                                };
                            } | {
                                /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                                dimension: string;
                                /** Number */
                                number: {
                                    above?: number;
                                    atLeast?: number;
                                    atMost?: number;
                                    below?: number;
                                    is?: number;
                                    isNot?: number;
                                };
                            })[];
                            id: string;
                            parts: ({
                                id: string;
                                /** @description Settings of the drawing; the interface knows */
                                look?: {
                                    [key: string]: unknown;
                                };
                                /** @description What `POST /api/analytics/{question}` takes; without a range, that of the panel or workspace */
                                query: {
                                    [key: string]: unknown;
                                };
                                /** @description A kind of question, such as `table` */
                                question: string;
                                title?: string;
                                /** @description How it is drawn; the interface knows */
                                view?: string;
                                without?: {
                                    /** @constant */
                                    compare?: true;
                                    filters?: ({
                                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                                        dimension: string;
                                        /** Text */
                                        text: {
                                            anyOf?: string[];
                                            contains?: string;
                                            ends?: string;
                                            /** @constant */
                                            ignoreCase?: true;
                                            is?: string;
                                            isNot?: string;
                                            lacks?: string;
                                            like?: string;
                                            noneOf?: string[];
                                            starts?: string;
                                        };
                                    } | {
                                        /** @description An id of GET /api/analytics/dimensions, or one of a family: `property:color` */
                                        dimension: string;
                                        /** Number */
                                        number: {
                                            above?: number;
                                            atLeast?: number;
                                            atMost?: number;
                                            below?: number;
                                            is?: number;
                                            isNot?: number;
                                        };
                                    })[];
                                    segments?: ({
                                        segment: string;
                                    } | {
                                        audience: string;
                                    } | {
                                        /** @description A condition (docs/conditions.md) */
                                        condition: Record<string, never>;
                                        /** @enum {unknown} */
                                        level: "person" | "session" | "event";
                                        /** @description What readers call it; it changes nothing */
                                        name?: string;
                                    })[];
                                };
                            } | {
                                id: string;
                                /** @description Settings of the drawing; the interface knows */
                                look?: {
                                    [key: string]: unknown;
                                };
                                text: string;
                            })[];
                            /** Range */
                            range?: {
                                from: string | {
                                    /** @description And by so many days */
                                    days?: number;
                                    /** @description By so many of that unit */
                                    shift?: number;
                                    /** @enum {unknown} */
                                    startOf: "day" | "week" | "month" | "quarter" | "year";
                                };
                                to?: string | {
                                    /** @description And by so many days */
                                    days?: number;
                                    /** @description By so many of that unit */
                                    shift?: number;
                                    /** @enum {unknown} */
                                    startOf: "day" | "week" | "month" | "quarter" | "year";
                                };
                            } | {
                                last: string;
                            } | {
                                /** @description 0 is the one that runs, 1 the one before */
                                back?: number;
                                /** @enum {unknown} */
                                calendar: "day" | "week" | "month" | "quarter" | "year";
                                /** @description So many of them, of which that is the last */
                                count?: number;
                            };
                            segments?: ({
                                segment: string;
                            } | {
                                audience: string;
                            } | {
                                /** @description A condition (docs/conditions.md) */
                                condition: Record<string, never>;
                                /** @enum {unknown} */
                                level: "person" | "session" | "event";
                                /** @description What readers call it; it changes nothing */
                                name?: string;
                            })[];
                            title?: string;
                        }[];
                        /** Range */
                        range: {
                            from: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                            to?: string | {
                                /** @description And by so many days */
                                days?: number;
                                /** @description By so many of that unit */
                                shift?: number;
                                /** @enum {unknown} */
                                startOf: "day" | "week" | "month" | "quarter" | "year";
                            };
                        } | {
                            last: string;
                        } | {
                            /** @description 0 is the one that runs, 1 the one before */
                            back?: number;
                            /** @enum {unknown} */
                            calendar: "day" | "week" | "month" | "quarter" | "year";
                            /** @description So many of them, of which that is the last */
                            count?: number;
                        };
                        /** @description Who is shown it in lists; everybody unless said */
                        roles?: string[];
                        segments?: ({
                            segment: string;
                        } | {
                            audience: string;
                        } | {
                            /** @description A condition (docs/conditions.md) */
                            condition: Record<string, never>;
                            /** @enum {unknown} */
                            level: "person" | "session" | "event";
                            /** @description What readers call it; it changes nothing */
                            name?: string;
                        })[];
                    };
                    /** @description Of the workspace, from which the draft began */
                    version: number;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ms since the epoch */
                        at: number;
                    };
                };
            };
        };
    };
    forgetWorkspaceDraft: {
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
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listWorkspaceLinks: {
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
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        links: {
                            /** @description ms since the epoch; the answers are those of then */
                            at: number;
                            by: string;
                            id: string;
                        }[];
                    };
                };
            };
        };
    };
    shareWorkspace: {
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
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @description Holds the secret; it is not shown again */
                        path: string;
                    };
                };
            };
        };
    };
    listAudienceTrends: {
        parameters: {
            query: {
                days: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The days, oldest first, in the time zone of the workspace; today is the last */
                        days: string[];
                        trends: {
                            enteredToday: number;
                            id: string;
                            leftToday: number;
                            /** @description At the end of each of the days, reckoned back from now */
                            sizes: number[];
                        }[];
                    };
                };
            };
        };
    };
    listAudiences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        audiences: {
                            cost: {
                                /** @description How often it was asked about somebody, since the start */
                                touchesPerSecond: number;
                                /** @description Traits it reads; shared with audiences that ask the same */
                                traits: number;
                            };
                            description?: string;
                            /** @description live: with every event and at the moment at which time changes it; list: when people are put on it or taken off it; ranking: when it is worked out */
                            evaluated: "live" | "list" | "ranking" | "not";
                            id: string;
                            /** @description How it says who; a part says it by the split of the whole */
                            kind: "condition" | "set" | "list" | "ranking" | "part";
                            name: string;
                            /** @description Why nobody enters or leaves */
                            notBecause?: string;
                            /** @description The audience that this is a part of */
                            partOf?: string;
                            /** @description What is under way before a new version is complete */
                            progress?: {
                                share: number;
                                /** @description history: the past is read; people: everybody is looked at */
                                stage: "history" | "people";
                            };
                            /** @description Of a ranking: members enter and leave when it is worked out */
                            ranking?: {
                                /** @description When it was worked out last */
                                asOf: number | null;
                                /** @description How often it is worked out */
                                every: string;
                                tookMs: number | null;
                            };
                            /** @description People in it */
                            size: number;
                            /** @description draft, live, paused or archived, as it was set up */
                            state: string;
                            /** @description Keys of live definitions that build on it */
                            usedIn: string[];
                            /** @description The version that was set up last */
                            version: number;
                            /** @description The version that memberships follow; null before the first is complete */
                            versionInForce: number | null;
                            /** @description Of a list: identities on it that nobody has yet */
                            waiting?: number;
                        }[];
                    };
                };
            };
        };
    };
    readAudience: {
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
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cost: {
                            /** @description How often it was asked about somebody, since the start */
                            touchesPerSecond: number;
                            /** @description Traits it reads; shared with audiences that ask the same */
                            traits: number;
                        };
                        description?: string;
                        /** @description live: with every event and at the moment at which time changes it; list: when people are put on it or taken off it; ranking: when it is worked out */
                        evaluated: "live" | "list" | "ranking" | "not";
                        id: string;
                        /** @description How it says who; a part says it by the split of the whole */
                        kind: "condition" | "set" | "list" | "ranking" | "part";
                        name: string;
                        /** @description Why nobody enters or leaves */
                        notBecause?: string;
                        /** @description The audience that this is a part of */
                        partOf?: string;
                        /** @description What is under way before a new version is complete */
                        progress?: {
                            share: number;
                            /** @description history: the past is read; people: everybody is looked at */
                            stage: "history" | "people";
                        };
                        /** @description Of a ranking: members enter and leave when it is worked out */
                        ranking?: {
                            /** @description When it was worked out last */
                            asOf: number | null;
                            /** @description How often it is worked out */
                            every: string;
                            tookMs: number | null;
                        };
                        /** @description People in it */
                        size: number;
                        /** @description draft, live, paused or archived, as it was set up */
                        state: string;
                        /** @description Keys of live definitions that build on it */
                        usedIn: string[];
                        /** @description The version that was set up last */
                        version: number;
                        /** @description The version that memberships follow; null before the first is complete */
                        versionInForce: number | null;
                        /** @description Of a list: identities on it that nobody has yet */
                        waiting?: number;
                    } & {
                        /** @description Who is in it: of a set as the condition that it means, of a list null */
                        condition: Record<string, never> | null;
                        /** @description Ids of the parts of a split */
                        parts: string[];
                        /** Ranking */
                        rank?: {
                            /** @description The number: an attribute, a score, or a measure of behaviour */
                            by: {
                                attribute: string;
                            } | {
                                score: string;
                            } | {
                                trait: string | {
                                    as?: "number" | "text";
                                    /** Events */
                                    did: {
                                        event: string | string[];
                                        products?: ({
                                            /** Date */
                                            date?: {
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                after?: string;
                                                anniversary?: {
                                                    last?: number;
                                                    next?: number;
                                                };
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                before?: string;
                                                /** How often */
                                                fullYears?: {
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    exactly?: number;
                                                };
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                furtherAhead?: string;
                                                leapDay?: "02-28" | "03-01";
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                longerAgo?: string;
                                                /** @description a day such as “2026-05-03” */
                                                on?: string;
                                                timeZone?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinLast?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinNext?: string;
                                            };
                                            exists?: boolean;
                                            /** List */
                                            list?: {
                                                includes?: string[];
                                                includesAll?: string[];
                                                includesNone?: string[];
                                                sizeAtLeast?: number;
                                                sizeAtMost?: number;
                                            };
                                            /** Number */
                                            number?: {
                                                above?: number;
                                                atLeast?: number;
                                                atMost?: number;
                                                below?: number;
                                                is?: number;
                                                isNot?: number;
                                            };
                                            /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                            product: string;
                                            /** Text */
                                            text?: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                            truth?: boolean;
                                        } | {
                                            /** @enum {unknown} */
                                            catalogue: "category" | "brand" | "price" | "stock";
                                            /** Date */
                                            date?: {
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                after?: string;
                                                anniversary?: {
                                                    last?: number;
                                                    next?: number;
                                                };
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                before?: string;
                                                /** How often */
                                                fullYears?: {
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    exactly?: number;
                                                };
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                furtherAhead?: string;
                                                leapDay?: "02-28" | "03-01";
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                longerAgo?: string;
                                                /** @description a day such as “2026-05-03” */
                                                on?: string;
                                                timeZone?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinLast?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinNext?: string;
                                            };
                                            exists?: boolean;
                                            /** List */
                                            list?: {
                                                includes?: string[];
                                                includesAll?: string[];
                                                includesNone?: string[];
                                                sizeAtLeast?: number;
                                                sizeAtMost?: number;
                                            };
                                            /** Number */
                                            number?: {
                                                above?: number;
                                                atLeast?: number;
                                                atMost?: number;
                                                below?: number;
                                                is?: number;
                                                isNot?: number;
                                            };
                                            /** Text */
                                            text?: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                            truth?: boolean;
                                        })[];
                                        where?: ({
                                            /** Date */
                                            date?: {
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                after?: string;
                                                anniversary?: {
                                                    last?: number;
                                                    next?: number;
                                                };
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                before?: string;
                                                /** How often */
                                                fullYears?: {
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    exactly?: number;
                                                };
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                furtherAhead?: string;
                                                leapDay?: "02-28" | "03-01";
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                longerAgo?: string;
                                                /** @description a day such as “2026-05-03” */
                                                on?: string;
                                                timeZone?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinLast?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinNext?: string;
                                            };
                                            exists?: boolean;
                                            /** List */
                                            list?: {
                                                includes?: string[];
                                                includesAll?: string[];
                                                includesNone?: string[];
                                                sizeAtLeast?: number;
                                                sizeAtMost?: number;
                                            };
                                            /** Number */
                                            number?: {
                                                above?: number;
                                                atLeast?: number;
                                                atMost?: number;
                                                below?: number;
                                                is?: number;
                                                isNot?: number;
                                            };
                                            /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                            property: string;
                                            /** Text */
                                            text?: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                            truth?: boolean;
                                        } | {
                                            /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                            context: string;
                                            /** Date */
                                            date?: {
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                after?: string;
                                                anniversary?: {
                                                    last?: number;
                                                    next?: number;
                                                };
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                before?: string;
                                                /** How often */
                                                fullYears?: {
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    exactly?: number;
                                                };
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                furtherAhead?: string;
                                                leapDay?: "02-28" | "03-01";
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                longerAgo?: string;
                                                /** @description a day such as “2026-05-03” */
                                                on?: string;
                                                timeZone?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinLast?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinNext?: string;
                                            };
                                            exists?: boolean;
                                            /** List */
                                            list?: {
                                                includes?: string[];
                                                includesAll?: string[];
                                                includesNone?: string[];
                                                sizeAtLeast?: number;
                                                sizeAtMost?: number;
                                            };
                                            /** Number */
                                            number?: {
                                                above?: number;
                                                atLeast?: number;
                                                atMost?: number;
                                                below?: number;
                                                is?: number;
                                                isNot?: number;
                                            };
                                            /** Text */
                                            text?: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                            truth?: boolean;
                                        } | {
                                            /** @enum {unknown} */
                                            origin: "name" | "channel" | "source" | "type";
                                            /** Text */
                                            text: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                        })[];
                                    };
                                    in?: {
                                        /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                        last: string;
                                    } | {
                                        /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                        from?: string;
                                        timeZone?: string;
                                        /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                        to?: string;
                                    } | {
                                        back?: number;
                                        /** @enum {unknown} */
                                        calendar: "day" | "week" | "month" | "quarter" | "year";
                                        timeZone?: string;
                                    } | {
                                        /** Events */
                                        since: {
                                            event: string | string[];
                                            products?: ({
                                                /** Date */
                                                date?: {
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    after?: string;
                                                    anniversary?: {
                                                        last?: number;
                                                        next?: number;
                                                    };
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    before?: string;
                                                    /** How often */
                                                    fullYears?: {
                                                        atLeast?: number;
                                                        atMost?: number;
                                                        exactly?: number;
                                                    };
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    furtherAhead?: string;
                                                    leapDay?: "02-28" | "03-01";
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    longerAgo?: string;
                                                    /** @description a day such as “2026-05-03” */
                                                    on?: string;
                                                    timeZone?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinLast?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinNext?: string;
                                                };
                                                exists?: boolean;
                                                /** List */
                                                list?: {
                                                    includes?: string[];
                                                    includesAll?: string[];
                                                    includesNone?: string[];
                                                    sizeAtLeast?: number;
                                                    sizeAtMost?: number;
                                                };
                                                /** Number */
                                                number?: {
                                                    above?: number;
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    below?: number;
                                                    is?: number;
                                                    isNot?: number;
                                                };
                                                /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                                product: string;
                                                /** Text */
                                                text?: {
                                                    anyOf?: string[];
                                                    contains?: string;
                                                    ends?: string;
                                                    /** @constant */
                                                    ignoreCase?: true;
                                                    is?: string;
                                                    isNot?: string;
                                                    lacks?: string;
                                                    like?: string;
                                                    noneOf?: string[];
                                                    starts?: string;
                                                };
                                                truth?: boolean;
                                            } | {
                                                /** @enum {unknown} */
                                                catalogue: "category" | "brand" | "price" | "stock";
                                                /** Date */
                                                date?: {
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    after?: string;
                                                    anniversary?: {
                                                        last?: number;
                                                        next?: number;
                                                    };
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    before?: string;
                                                    /** How often */
                                                    fullYears?: {
                                                        atLeast?: number;
                                                        atMost?: number;
                                                        exactly?: number;
                                                    };
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    furtherAhead?: string;
                                                    leapDay?: "02-28" | "03-01";
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    longerAgo?: string;
                                                    /** @description a day such as “2026-05-03” */
                                                    on?: string;
                                                    timeZone?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinLast?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinNext?: string;
                                                };
                                                exists?: boolean;
                                                /** List */
                                                list?: {
                                                    includes?: string[];
                                                    includesAll?: string[];
                                                    includesNone?: string[];
                                                    sizeAtLeast?: number;
                                                    sizeAtMost?: number;
                                                };
                                                /** Number */
                                                number?: {
                                                    above?: number;
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    below?: number;
                                                    is?: number;
                                                    isNot?: number;
                                                };
                                                /** Text */
                                                text?: {
                                                    anyOf?: string[];
                                                    contains?: string;
                                                    ends?: string;
                                                    /** @constant */
                                                    ignoreCase?: true;
                                                    is?: string;
                                                    isNot?: string;
                                                    lacks?: string;
                                                    like?: string;
                                                    noneOf?: string[];
                                                    starts?: string;
                                                };
                                                truth?: boolean;
                                            })[];
                                            where?: ({
                                                /** Date */
                                                date?: {
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    after?: string;
                                                    anniversary?: {
                                                        last?: number;
                                                        next?: number;
                                                    };
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    before?: string;
                                                    /** How often */
                                                    fullYears?: {
                                                        atLeast?: number;
                                                        atMost?: number;
                                                        exactly?: number;
                                                    };
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    furtherAhead?: string;
                                                    leapDay?: "02-28" | "03-01";
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    longerAgo?: string;
                                                    /** @description a day such as “2026-05-03” */
                                                    on?: string;
                                                    timeZone?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinLast?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinNext?: string;
                                                };
                                                exists?: boolean;
                                                /** List */
                                                list?: {
                                                    includes?: string[];
                                                    includesAll?: string[];
                                                    includesNone?: string[];
                                                    sizeAtLeast?: number;
                                                    sizeAtMost?: number;
                                                };
                                                /** Number */
                                                number?: {
                                                    above?: number;
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    below?: number;
                                                    is?: number;
                                                    isNot?: number;
                                                };
                                                /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                                property: string;
                                                /** Text */
                                                text?: {
                                                    anyOf?: string[];
                                                    contains?: string;
                                                    ends?: string;
                                                    /** @constant */
                                                    ignoreCase?: true;
                                                    is?: string;
                                                    isNot?: string;
                                                    lacks?: string;
                                                    like?: string;
                                                    noneOf?: string[];
                                                    starts?: string;
                                                };
                                                truth?: boolean;
                                            } | {
                                                /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                                context: string;
                                                /** Date */
                                                date?: {
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    after?: string;
                                                    anniversary?: {
                                                        last?: number;
                                                        next?: number;
                                                    };
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    before?: string;
                                                    /** How often */
                                                    fullYears?: {
                                                        atLeast?: number;
                                                        atMost?: number;
                                                        exactly?: number;
                                                    };
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    furtherAhead?: string;
                                                    leapDay?: "02-28" | "03-01";
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    longerAgo?: string;
                                                    /** @description a day such as “2026-05-03” */
                                                    on?: string;
                                                    timeZone?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinLast?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinNext?: string;
                                                };
                                                exists?: boolean;
                                                /** List */
                                                list?: {
                                                    includes?: string[];
                                                    includesAll?: string[];
                                                    includesNone?: string[];
                                                    sizeAtLeast?: number;
                                                    sizeAtMost?: number;
                                                };
                                                /** Number */
                                                number?: {
                                                    above?: number;
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    below?: number;
                                                    is?: number;
                                                    isNot?: number;
                                                };
                                                /** Text */
                                                text?: {
                                                    anyOf?: string[];
                                                    contains?: string;
                                                    ends?: string;
                                                    /** @constant */
                                                    ignoreCase?: true;
                                                    is?: string;
                                                    isNot?: string;
                                                    lacks?: string;
                                                    like?: string;
                                                    noneOf?: string[];
                                                    starts?: string;
                                                };
                                                truth?: boolean;
                                            } | {
                                                /** @enum {unknown} */
                                                origin: "name" | "channel" | "source" | "type";
                                                /** Text */
                                                text: {
                                                    anyOf?: string[];
                                                    contains?: string;
                                                    ends?: string;
                                                    /** @constant */
                                                    ignoreCase?: true;
                                                    is?: string;
                                                    isNot?: string;
                                                    lacks?: string;
                                                    like?: string;
                                                    noneOf?: string[];
                                                    starts?: string;
                                                };
                                            })[];
                                        };
                                    };
                                    /** @enum {unknown} */
                                    measure: "times" | "lines" | "sum" | "average" | "minimum" | "maximum" | "first" | "last" | "firstTime" | "lastTime" | "distinct" | "mostFrequent" | "repeated" | "newest";
                                    of?: {
                                        /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                        property: string;
                                    } | {
                                        /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                        context: string;
                                    } | {
                                        /** @enum {unknown} */
                                        origin: "name" | "channel" | "source" | "type";
                                    } | {
                                        /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                        product: string;
                                    };
                                    size?: number;
                                };
                            };
                            /** @description How often it is worked out anew; 1d unless said */
                            every?: string;
                            /** @description How many people */
                            limit: number;
                            /** @description Who comes first */
                            order: "most" | "least";
                        };
                        set?: components["schemas"]["def-1"];
                        /** Split */
                        split?: {
                            /** @description Splits of one name cut everybody alike; the id of the audience unless said */
                            named?: string;
                            parts: {
                                /** @description Asked for as <audience>/<part> */
                                id: string;
                                name: string;
                                share: number;
                            }[];
                        } | {
                            attribute: string;
                            /** @description Everybody else */
                            other?: {
                                /** @description Asked for as <audience>/<part> */
                                id: string;
                                name: string;
                            };
                            parts: {
                                /** @description Asked for as <audience>/<part> */
                                id: string;
                                name: string;
                                values: string[];
                            }[];
                        };
                    };
                };
            };
        };
    };
    defineAudience: {
        parameters: {
            query: {
                /** @description Go on though live definitions that build on it will be paused */
                force: boolean;
            };
            header?: {
                /** @description The version that was looked at, in quotation marks; any unless given */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who is in it (docs/conditions.md) */
                    condition?: Record<string, never>;
                    /** @description What it is for */
                    description?: string;
                    /** @description People are put on it and taken off it */
                    list?: true | {
                        /** @description ms since the epoch */
                        at: number;
                        snapshotOf: string;
                    };
                    name: string;
                    /** Ranking */
                    rank?: {
                        /** @description The number: an attribute, a score, or a measure of behaviour */
                        by: {
                            attribute: string;
                        } | {
                            score: string;
                        } | {
                            trait: string | {
                                as?: "number" | "text";
                                /** Events */
                                did: {
                                    event: string | string[];
                                    products?: ({
                                        /** Date */
                                        date?: {
                                            /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                            after?: string;
                                            anniversary?: {
                                                last?: number;
                                                next?: number;
                                            };
                                            /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                            before?: string;
                                            /** How often */
                                            fullYears?: {
                                                atLeast?: number;
                                                atMost?: number;
                                                exactly?: number;
                                            };
                                            /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                            furtherAhead?: string;
                                            leapDay?: "02-28" | "03-01";
                                            /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                            longerAgo?: string;
                                            /** @description a day such as “2026-05-03” */
                                            on?: string;
                                            timeZone?: string;
                                            /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                            withinLast?: string;
                                            /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                            withinNext?: string;
                                        };
                                        exists?: boolean;
                                        /** List */
                                        list?: {
                                            includes?: string[];
                                            includesAll?: string[];
                                            includesNone?: string[];
                                            sizeAtLeast?: number;
                                            sizeAtMost?: number;
                                        };
                                        /** Number */
                                        number?: {
                                            above?: number;
                                            atLeast?: number;
                                            atMost?: number;
                                            below?: number;
                                            is?: number;
                                            isNot?: number;
                                        };
                                        /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                        product: string;
                                        /** Text */
                                        text?: {
                                            anyOf?: string[];
                                            contains?: string;
                                            ends?: string;
                                            /** @constant */
                                            ignoreCase?: true;
                                            is?: string;
                                            isNot?: string;
                                            lacks?: string;
                                            like?: string;
                                            noneOf?: string[];
                                            starts?: string;
                                        };
                                        truth?: boolean;
                                    } | {
                                        /** @enum {unknown} */
                                        catalogue: "category" | "brand" | "price" | "stock";
                                        /** Date */
                                        date?: {
                                            /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                            after?: string;
                                            anniversary?: {
                                                last?: number;
                                                next?: number;
                                            };
                                            /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                            before?: string;
                                            /** How often */
                                            fullYears?: {
                                                atLeast?: number;
                                                atMost?: number;
                                                exactly?: number;
                                            };
                                            /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                            furtherAhead?: string;
                                            leapDay?: "02-28" | "03-01";
                                            /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                            longerAgo?: string;
                                            /** @description a day such as “2026-05-03” */
                                            on?: string;
                                            timeZone?: string;
                                            /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                            withinLast?: string;
                                            /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                            withinNext?: string;
                                        };
                                        exists?: boolean;
                                        /** List */
                                        list?: {
                                            includes?: string[];
                                            includesAll?: string[];
                                            includesNone?: string[];
                                            sizeAtLeast?: number;
                                            sizeAtMost?: number;
                                        };
                                        /** Number */
                                        number?: {
                                            above?: number;
                                            atLeast?: number;
                                            atMost?: number;
                                            below?: number;
                                            is?: number;
                                            isNot?: number;
                                        };
                                        /** Text */
                                        text?: {
                                            anyOf?: string[];
                                            contains?: string;
                                            ends?: string;
                                            /** @constant */
                                            ignoreCase?: true;
                                            is?: string;
                                            isNot?: string;
                                            lacks?: string;
                                            like?: string;
                                            noneOf?: string[];
                                            starts?: string;
                                        };
                                        truth?: boolean;
                                    })[];
                                    where?: ({
                                        /** Date */
                                        date?: {
                                            /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                            after?: string;
                                            anniversary?: {
                                                last?: number;
                                                next?: number;
                                            };
                                            /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                            before?: string;
                                            /** How often */
                                            fullYears?: {
                                                atLeast?: number;
                                                atMost?: number;
                                                exactly?: number;
                                            };
                                            /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                            furtherAhead?: string;
                                            leapDay?: "02-28" | "03-01";
                                            /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                            longerAgo?: string;
                                            /** @description a day such as “2026-05-03” */
                                            on?: string;
                                            timeZone?: string;
                                            /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                            withinLast?: string;
                                            /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                            withinNext?: string;
                                        };
                                        exists?: boolean;
                                        /** List */
                                        list?: {
                                            includes?: string[];
                                            includesAll?: string[];
                                            includesNone?: string[];
                                            sizeAtLeast?: number;
                                            sizeAtMost?: number;
                                        };
                                        /** Number */
                                        number?: {
                                            above?: number;
                                            atLeast?: number;
                                            atMost?: number;
                                            below?: number;
                                            is?: number;
                                            isNot?: number;
                                        };
                                        /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                        property: string;
                                        /** Text */
                                        text?: {
                                            anyOf?: string[];
                                            contains?: string;
                                            ends?: string;
                                            /** @constant */
                                            ignoreCase?: true;
                                            is?: string;
                                            isNot?: string;
                                            lacks?: string;
                                            like?: string;
                                            noneOf?: string[];
                                            starts?: string;
                                        };
                                        truth?: boolean;
                                    } | {
                                        /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                        context: string;
                                        /** Date */
                                        date?: {
                                            /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                            after?: string;
                                            anniversary?: {
                                                last?: number;
                                                next?: number;
                                            };
                                            /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                            before?: string;
                                            /** How often */
                                            fullYears?: {
                                                atLeast?: number;
                                                atMost?: number;
                                                exactly?: number;
                                            };
                                            /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                            furtherAhead?: string;
                                            leapDay?: "02-28" | "03-01";
                                            /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                            longerAgo?: string;
                                            /** @description a day such as “2026-05-03” */
                                            on?: string;
                                            timeZone?: string;
                                            /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                            withinLast?: string;
                                            /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                            withinNext?: string;
                                        };
                                        exists?: boolean;
                                        /** List */
                                        list?: {
                                            includes?: string[];
                                            includesAll?: string[];
                                            includesNone?: string[];
                                            sizeAtLeast?: number;
                                            sizeAtMost?: number;
                                        };
                                        /** Number */
                                        number?: {
                                            above?: number;
                                            atLeast?: number;
                                            atMost?: number;
                                            below?: number;
                                            is?: number;
                                            isNot?: number;
                                        };
                                        /** Text */
                                        text?: {
                                            anyOf?: string[];
                                            contains?: string;
                                            ends?: string;
                                            /** @constant */
                                            ignoreCase?: true;
                                            is?: string;
                                            isNot?: string;
                                            lacks?: string;
                                            like?: string;
                                            noneOf?: string[];
                                            starts?: string;
                                        };
                                        truth?: boolean;
                                    } | {
                                        /** @enum {unknown} */
                                        origin: "name" | "channel" | "source" | "type";
                                        /** Text */
                                        text: {
                                            anyOf?: string[];
                                            contains?: string;
                                            ends?: string;
                                            /** @constant */
                                            ignoreCase?: true;
                                            is?: string;
                                            isNot?: string;
                                            lacks?: string;
                                            like?: string;
                                            noneOf?: string[];
                                            starts?: string;
                                        };
                                    })[];
                                };
                                in?: {
                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                    last: string;
                                } | {
                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                    from?: string;
                                    timeZone?: string;
                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                    to?: string;
                                } | {
                                    back?: number;
                                    /** @enum {unknown} */
                                    calendar: "day" | "week" | "month" | "quarter" | "year";
                                    timeZone?: string;
                                } | {
                                    /** Events */
                                    since: {
                                        event: string | string[];
                                        products?: ({
                                            /** Date */
                                            date?: {
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                after?: string;
                                                anniversary?: {
                                                    last?: number;
                                                    next?: number;
                                                };
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                before?: string;
                                                /** How often */
                                                fullYears?: {
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    exactly?: number;
                                                };
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                furtherAhead?: string;
                                                leapDay?: "02-28" | "03-01";
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                longerAgo?: string;
                                                /** @description a day such as “2026-05-03” */
                                                on?: string;
                                                timeZone?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinLast?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinNext?: string;
                                            };
                                            exists?: boolean;
                                            /** List */
                                            list?: {
                                                includes?: string[];
                                                includesAll?: string[];
                                                includesNone?: string[];
                                                sizeAtLeast?: number;
                                                sizeAtMost?: number;
                                            };
                                            /** Number */
                                            number?: {
                                                above?: number;
                                                atLeast?: number;
                                                atMost?: number;
                                                below?: number;
                                                is?: number;
                                                isNot?: number;
                                            };
                                            /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                            product: string;
                                            /** Text */
                                            text?: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                            truth?: boolean;
                                        } | {
                                            /** @enum {unknown} */
                                            catalogue: "category" | "brand" | "price" | "stock";
                                            /** Date */
                                            date?: {
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                after?: string;
                                                anniversary?: {
                                                    last?: number;
                                                    next?: number;
                                                };
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                before?: string;
                                                /** How often */
                                                fullYears?: {
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    exactly?: number;
                                                };
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                furtherAhead?: string;
                                                leapDay?: "02-28" | "03-01";
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                longerAgo?: string;
                                                /** @description a day such as “2026-05-03” */
                                                on?: string;
                                                timeZone?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinLast?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinNext?: string;
                                            };
                                            exists?: boolean;
                                            /** List */
                                            list?: {
                                                includes?: string[];
                                                includesAll?: string[];
                                                includesNone?: string[];
                                                sizeAtLeast?: number;
                                                sizeAtMost?: number;
                                            };
                                            /** Number */
                                            number?: {
                                                above?: number;
                                                atLeast?: number;
                                                atMost?: number;
                                                below?: number;
                                                is?: number;
                                                isNot?: number;
                                            };
                                            /** Text */
                                            text?: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                            truth?: boolean;
                                        })[];
                                        where?: ({
                                            /** Date */
                                            date?: {
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                after?: string;
                                                anniversary?: {
                                                    last?: number;
                                                    next?: number;
                                                };
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                before?: string;
                                                /** How often */
                                                fullYears?: {
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    exactly?: number;
                                                };
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                furtherAhead?: string;
                                                leapDay?: "02-28" | "03-01";
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                longerAgo?: string;
                                                /** @description a day such as “2026-05-03” */
                                                on?: string;
                                                timeZone?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinLast?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinNext?: string;
                                            };
                                            exists?: boolean;
                                            /** List */
                                            list?: {
                                                includes?: string[];
                                                includesAll?: string[];
                                                includesNone?: string[];
                                                sizeAtLeast?: number;
                                                sizeAtMost?: number;
                                            };
                                            /** Number */
                                            number?: {
                                                above?: number;
                                                atLeast?: number;
                                                atMost?: number;
                                                below?: number;
                                                is?: number;
                                                isNot?: number;
                                            };
                                            /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                            property: string;
                                            /** Text */
                                            text?: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                            truth?: boolean;
                                        } | {
                                            /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                            context: string;
                                            /** Date */
                                            date?: {
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                after?: string;
                                                anniversary?: {
                                                    last?: number;
                                                    next?: number;
                                                };
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                before?: string;
                                                /** How often */
                                                fullYears?: {
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    exactly?: number;
                                                };
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                furtherAhead?: string;
                                                leapDay?: "02-28" | "03-01";
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                longerAgo?: string;
                                                /** @description a day such as “2026-05-03” */
                                                on?: string;
                                                timeZone?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinLast?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinNext?: string;
                                            };
                                            exists?: boolean;
                                            /** List */
                                            list?: {
                                                includes?: string[];
                                                includesAll?: string[];
                                                includesNone?: string[];
                                                sizeAtLeast?: number;
                                                sizeAtMost?: number;
                                            };
                                            /** Number */
                                            number?: {
                                                above?: number;
                                                atLeast?: number;
                                                atMost?: number;
                                                below?: number;
                                                is?: number;
                                                isNot?: number;
                                            };
                                            /** Text */
                                            text?: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                            truth?: boolean;
                                        } | {
                                            /** @enum {unknown} */
                                            origin: "name" | "channel" | "source" | "type";
                                            /** Text */
                                            text: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                        })[];
                                    };
                                };
                                /** @enum {unknown} */
                                measure: "times" | "lines" | "sum" | "average" | "minimum" | "maximum" | "first" | "last" | "firstTime" | "lastTime" | "distinct" | "mostFrequent" | "repeated" | "newest";
                                of?: {
                                    /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                    property: string;
                                } | {
                                    /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                    context: string;
                                } | {
                                    /** @enum {unknown} */
                                    origin: "name" | "channel" | "source" | "type";
                                } | {
                                    /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                    product: string;
                                };
                                size?: number;
                            };
                        };
                        /** @description How often it is worked out anew; 1d unless said */
                        every?: string;
                        /** @description How many people */
                        limit: number;
                        /** @description Who comes first */
                        order: "most" | "least";
                    };
                    set?: components["schemas"]["def-1"];
                    /** Split */
                    split?: {
                        /** @description Splits of one name cut everybody alike; the id of the audience unless said */
                        named?: string;
                        parts: {
                            /** @description Asked for as <audience>/<part> */
                            id: string;
                            name: string;
                            share: number;
                        }[];
                    } | {
                        attribute: string;
                        /** @description Everybody else */
                        other?: {
                            /** @description Asked for as <audience>/<part> */
                            id: string;
                            name: string;
                        };
                        parts: {
                            /** @description Asked for as <audience>/<part> */
                            id: string;
                            name: string;
                            values: string[];
                        }[];
                    };
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cost: {
                            /** @description How often it was asked about somebody, since the start */
                            touchesPerSecond: number;
                            /** @description Traits it reads; shared with audiences that ask the same */
                            traits: number;
                        };
                        description?: string;
                        /** @description live: with every event and at the moment at which time changes it; list: when people are put on it or taken off it; ranking: when it is worked out */
                        evaluated: "live" | "list" | "ranking" | "not";
                        id: string;
                        /** @description How it says who; a part says it by the split of the whole */
                        kind: "condition" | "set" | "list" | "ranking" | "part";
                        name: string;
                        /** @description Why nobody enters or leaves */
                        notBecause?: string;
                        /** @description The audience that this is a part of */
                        partOf?: string;
                        /** @description What is under way before a new version is complete */
                        progress?: {
                            share: number;
                            /** @description history: the past is read; people: everybody is looked at */
                            stage: "history" | "people";
                        };
                        /** @description Of a ranking: members enter and leave when it is worked out */
                        ranking?: {
                            /** @description When it was worked out last */
                            asOf: number | null;
                            /** @description How often it is worked out */
                            every: string;
                            tookMs: number | null;
                        };
                        /** @description People in it */
                        size: number;
                        /** @description draft, live, paused or archived, as it was set up */
                        state: string;
                        /** @description Keys of live definitions that build on it */
                        usedIn: string[];
                        /** @description The version that was set up last */
                        version: number;
                        /** @description The version that memberships follow; null before the first is complete */
                        versionInForce: number | null;
                        /** @description Of a list: identities on it that nobody has yet */
                        waiting?: number;
                    } & {
                        /** @description Who is in it: of a set as the condition that it means, of a list null */
                        condition: Record<string, never> | null;
                        /** @description Ids of the parts of a split */
                        parts: string[];
                        /** Ranking */
                        rank?: {
                            /** @description The number: an attribute, a score, or a measure of behaviour */
                            by: {
                                attribute: string;
                            } | {
                                score: string;
                            } | {
                                trait: string | {
                                    as?: "number" | "text";
                                    /** Events */
                                    did: {
                                        event: string | string[];
                                        products?: ({
                                            /** Date */
                                            date?: {
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                after?: string;
                                                anniversary?: {
                                                    last?: number;
                                                    next?: number;
                                                };
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                before?: string;
                                                /** How often */
                                                fullYears?: {
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    exactly?: number;
                                                };
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                furtherAhead?: string;
                                                leapDay?: "02-28" | "03-01";
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                longerAgo?: string;
                                                /** @description a day such as “2026-05-03” */
                                                on?: string;
                                                timeZone?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinLast?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinNext?: string;
                                            };
                                            exists?: boolean;
                                            /** List */
                                            list?: {
                                                includes?: string[];
                                                includesAll?: string[];
                                                includesNone?: string[];
                                                sizeAtLeast?: number;
                                                sizeAtMost?: number;
                                            };
                                            /** Number */
                                            number?: {
                                                above?: number;
                                                atLeast?: number;
                                                atMost?: number;
                                                below?: number;
                                                is?: number;
                                                isNot?: number;
                                            };
                                            /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                            product: string;
                                            /** Text */
                                            text?: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                            truth?: boolean;
                                        } | {
                                            /** @enum {unknown} */
                                            catalogue: "category" | "brand" | "price" | "stock";
                                            /** Date */
                                            date?: {
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                after?: string;
                                                anniversary?: {
                                                    last?: number;
                                                    next?: number;
                                                };
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                before?: string;
                                                /** How often */
                                                fullYears?: {
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    exactly?: number;
                                                };
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                furtherAhead?: string;
                                                leapDay?: "02-28" | "03-01";
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                longerAgo?: string;
                                                /** @description a day such as “2026-05-03” */
                                                on?: string;
                                                timeZone?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinLast?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinNext?: string;
                                            };
                                            exists?: boolean;
                                            /** List */
                                            list?: {
                                                includes?: string[];
                                                includesAll?: string[];
                                                includesNone?: string[];
                                                sizeAtLeast?: number;
                                                sizeAtMost?: number;
                                            };
                                            /** Number */
                                            number?: {
                                                above?: number;
                                                atLeast?: number;
                                                atMost?: number;
                                                below?: number;
                                                is?: number;
                                                isNot?: number;
                                            };
                                            /** Text */
                                            text?: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                            truth?: boolean;
                                        })[];
                                        where?: ({
                                            /** Date */
                                            date?: {
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                after?: string;
                                                anniversary?: {
                                                    last?: number;
                                                    next?: number;
                                                };
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                before?: string;
                                                /** How often */
                                                fullYears?: {
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    exactly?: number;
                                                };
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                furtherAhead?: string;
                                                leapDay?: "02-28" | "03-01";
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                longerAgo?: string;
                                                /** @description a day such as “2026-05-03” */
                                                on?: string;
                                                timeZone?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinLast?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinNext?: string;
                                            };
                                            exists?: boolean;
                                            /** List */
                                            list?: {
                                                includes?: string[];
                                                includesAll?: string[];
                                                includesNone?: string[];
                                                sizeAtLeast?: number;
                                                sizeAtMost?: number;
                                            };
                                            /** Number */
                                            number?: {
                                                above?: number;
                                                atLeast?: number;
                                                atMost?: number;
                                                below?: number;
                                                is?: number;
                                                isNot?: number;
                                            };
                                            /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                            property: string;
                                            /** Text */
                                            text?: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                            truth?: boolean;
                                        } | {
                                            /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                            context: string;
                                            /** Date */
                                            date?: {
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                after?: string;
                                                anniversary?: {
                                                    last?: number;
                                                    next?: number;
                                                };
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                before?: string;
                                                /** How often */
                                                fullYears?: {
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    exactly?: number;
                                                };
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                furtherAhead?: string;
                                                leapDay?: "02-28" | "03-01";
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                longerAgo?: string;
                                                /** @description a day such as “2026-05-03” */
                                                on?: string;
                                                timeZone?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinLast?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinNext?: string;
                                            };
                                            exists?: boolean;
                                            /** List */
                                            list?: {
                                                includes?: string[];
                                                includesAll?: string[];
                                                includesNone?: string[];
                                                sizeAtLeast?: number;
                                                sizeAtMost?: number;
                                            };
                                            /** Number */
                                            number?: {
                                                above?: number;
                                                atLeast?: number;
                                                atMost?: number;
                                                below?: number;
                                                is?: number;
                                                isNot?: number;
                                            };
                                            /** Text */
                                            text?: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                            truth?: boolean;
                                        } | {
                                            /** @enum {unknown} */
                                            origin: "name" | "channel" | "source" | "type";
                                            /** Text */
                                            text: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                        })[];
                                    };
                                    in?: {
                                        /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                        last: string;
                                    } | {
                                        /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                        from?: string;
                                        timeZone?: string;
                                        /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                        to?: string;
                                    } | {
                                        back?: number;
                                        /** @enum {unknown} */
                                        calendar: "day" | "week" | "month" | "quarter" | "year";
                                        timeZone?: string;
                                    } | {
                                        /** Events */
                                        since: {
                                            event: string | string[];
                                            products?: ({
                                                /** Date */
                                                date?: {
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    after?: string;
                                                    anniversary?: {
                                                        last?: number;
                                                        next?: number;
                                                    };
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    before?: string;
                                                    /** How often */
                                                    fullYears?: {
                                                        atLeast?: number;
                                                        atMost?: number;
                                                        exactly?: number;
                                                    };
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    furtherAhead?: string;
                                                    leapDay?: "02-28" | "03-01";
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    longerAgo?: string;
                                                    /** @description a day such as “2026-05-03” */
                                                    on?: string;
                                                    timeZone?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinLast?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinNext?: string;
                                                };
                                                exists?: boolean;
                                                /** List */
                                                list?: {
                                                    includes?: string[];
                                                    includesAll?: string[];
                                                    includesNone?: string[];
                                                    sizeAtLeast?: number;
                                                    sizeAtMost?: number;
                                                };
                                                /** Number */
                                                number?: {
                                                    above?: number;
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    below?: number;
                                                    is?: number;
                                                    isNot?: number;
                                                };
                                                /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                                product: string;
                                                /** Text */
                                                text?: {
                                                    anyOf?: string[];
                                                    contains?: string;
                                                    ends?: string;
                                                    /** @constant */
                                                    ignoreCase?: true;
                                                    is?: string;
                                                    isNot?: string;
                                                    lacks?: string;
                                                    like?: string;
                                                    noneOf?: string[];
                                                    starts?: string;
                                                };
                                                truth?: boolean;
                                            } | {
                                                /** @enum {unknown} */
                                                catalogue: "category" | "brand" | "price" | "stock";
                                                /** Date */
                                                date?: {
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    after?: string;
                                                    anniversary?: {
                                                        last?: number;
                                                        next?: number;
                                                    };
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    before?: string;
                                                    /** How often */
                                                    fullYears?: {
                                                        atLeast?: number;
                                                        atMost?: number;
                                                        exactly?: number;
                                                    };
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    furtherAhead?: string;
                                                    leapDay?: "02-28" | "03-01";
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    longerAgo?: string;
                                                    /** @description a day such as “2026-05-03” */
                                                    on?: string;
                                                    timeZone?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinLast?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinNext?: string;
                                                };
                                                exists?: boolean;
                                                /** List */
                                                list?: {
                                                    includes?: string[];
                                                    includesAll?: string[];
                                                    includesNone?: string[];
                                                    sizeAtLeast?: number;
                                                    sizeAtMost?: number;
                                                };
                                                /** Number */
                                                number?: {
                                                    above?: number;
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    below?: number;
                                                    is?: number;
                                                    isNot?: number;
                                                };
                                                /** Text */
                                                text?: {
                                                    anyOf?: string[];
                                                    contains?: string;
                                                    ends?: string;
                                                    /** @constant */
                                                    ignoreCase?: true;
                                                    is?: string;
                                                    isNot?: string;
                                                    lacks?: string;
                                                    like?: string;
                                                    noneOf?: string[];
                                                    starts?: string;
                                                };
                                                truth?: boolean;
                                            })[];
                                            where?: ({
                                                /** Date */
                                                date?: {
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    after?: string;
                                                    anniversary?: {
                                                        last?: number;
                                                        next?: number;
                                                    };
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    before?: string;
                                                    /** How often */
                                                    fullYears?: {
                                                        atLeast?: number;
                                                        atMost?: number;
                                                        exactly?: number;
                                                    };
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    furtherAhead?: string;
                                                    leapDay?: "02-28" | "03-01";
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    longerAgo?: string;
                                                    /** @description a day such as “2026-05-03” */
                                                    on?: string;
                                                    timeZone?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinLast?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinNext?: string;
                                                };
                                                exists?: boolean;
                                                /** List */
                                                list?: {
                                                    includes?: string[];
                                                    includesAll?: string[];
                                                    includesNone?: string[];
                                                    sizeAtLeast?: number;
                                                    sizeAtMost?: number;
                                                };
                                                /** Number */
                                                number?: {
                                                    above?: number;
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    below?: number;
                                                    is?: number;
                                                    isNot?: number;
                                                };
                                                /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                                property: string;
                                                /** Text */
                                                text?: {
                                                    anyOf?: string[];
                                                    contains?: string;
                                                    ends?: string;
                                                    /** @constant */
                                                    ignoreCase?: true;
                                                    is?: string;
                                                    isNot?: string;
                                                    lacks?: string;
                                                    like?: string;
                                                    noneOf?: string[];
                                                    starts?: string;
                                                };
                                                truth?: boolean;
                                            } | {
                                                /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                                context: string;
                                                /** Date */
                                                date?: {
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    after?: string;
                                                    anniversary?: {
                                                        last?: number;
                                                        next?: number;
                                                    };
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    before?: string;
                                                    /** How often */
                                                    fullYears?: {
                                                        atLeast?: number;
                                                        atMost?: number;
                                                        exactly?: number;
                                                    };
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    furtherAhead?: string;
                                                    leapDay?: "02-28" | "03-01";
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    longerAgo?: string;
                                                    /** @description a day such as “2026-05-03” */
                                                    on?: string;
                                                    timeZone?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinLast?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinNext?: string;
                                                };
                                                exists?: boolean;
                                                /** List */
                                                list?: {
                                                    includes?: string[];
                                                    includesAll?: string[];
                                                    includesNone?: string[];
                                                    sizeAtLeast?: number;
                                                    sizeAtMost?: number;
                                                };
                                                /** Number */
                                                number?: {
                                                    above?: number;
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    below?: number;
                                                    is?: number;
                                                    isNot?: number;
                                                };
                                                /** Text */
                                                text?: {
                                                    anyOf?: string[];
                                                    contains?: string;
                                                    ends?: string;
                                                    /** @constant */
                                                    ignoreCase?: true;
                                                    is?: string;
                                                    isNot?: string;
                                                    lacks?: string;
                                                    like?: string;
                                                    noneOf?: string[];
                                                    starts?: string;
                                                };
                                                truth?: boolean;
                                            } | {
                                                /** @enum {unknown} */
                                                origin: "name" | "channel" | "source" | "type";
                                                /** Text */
                                                text: {
                                                    anyOf?: string[];
                                                    contains?: string;
                                                    ends?: string;
                                                    /** @constant */
                                                    ignoreCase?: true;
                                                    is?: string;
                                                    isNot?: string;
                                                    lacks?: string;
                                                    like?: string;
                                                    noneOf?: string[];
                                                    starts?: string;
                                                };
                                            })[];
                                        };
                                    };
                                    /** @enum {unknown} */
                                    measure: "times" | "lines" | "sum" | "average" | "minimum" | "maximum" | "first" | "last" | "firstTime" | "lastTime" | "distinct" | "mostFrequent" | "repeated" | "newest";
                                    of?: {
                                        /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                        property: string;
                                    } | {
                                        /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                        context: string;
                                    } | {
                                        /** @enum {unknown} */
                                        origin: "name" | "channel" | "source" | "type";
                                    } | {
                                        /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                        product: string;
                                    };
                                    size?: number;
                                };
                            };
                            /** @description How often it is worked out anew; 1d unless said */
                            every?: string;
                            /** @description How many people */
                            limit: number;
                            /** @description Who comes first */
                            order: "most" | "least";
                        };
                        set?: components["schemas"]["def-1"];
                        /** Split */
                        split?: {
                            /** @description Splits of one name cut everybody alike; the id of the audience unless said */
                            named?: string;
                            parts: {
                                /** @description Asked for as <audience>/<part> */
                                id: string;
                                name: string;
                                share: number;
                            }[];
                        } | {
                            attribute: string;
                            /** @description Everybody else */
                            other?: {
                                /** @description Asked for as <audience>/<part> */
                                id: string;
                                name: string;
                            };
                            parts: {
                                /** @description Asked for as <audience>/<part> */
                                id: string;
                                name: string;
                                values: string[];
                            }[];
                        };
                    };
                };
            };
        };
    };
    archiveAudience: {
        parameters: {
            query: {
                /** @description Go on though live definitions that build on it will be paused */
                force: boolean;
            };
            header?: {
                /** @description The version that was looked at, in quotation marks; any unless given */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        state: "archived";
                    };
                };
            };
        };
    };
    readAudienceHistory: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        days: {
                            day: string;
                            entered: number;
                            /** @description By cause: live, time, back-fill, un-merge, upload, request, snapshot, ranking */
                            enteredBy: {
                                [key: string]: number;
                            };
                            left: number;
                            /** @description By cause: live, time, back-fill, un-merge, upload, request, snapshot, ranking */
                            leftBy: {
                                [key: string]: number;
                            };
                            /** @description At the end of the day, reckoned back from now; people who became one in between are not in it */
                            size: number;
                        }[];
                    };
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query: {
                /** @description The `next` of the page before */
                after?: string;
                /** @description Attributes to show of everybody */
                attribute?: string[];
                limit: number;
                /** @description By id, or who entered last first */
                order: "person" | "entered";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        members: {
                            attributes?: {
                                [key: string]: unknown;
                            };
                            /** @description Give it as `after` for what comes after */
                            cursor: string;
                            /** @description ms since the epoch */
                            enteredAt: number;
                            /** @description live, time, back-fill or un-merge; for lists upload, request, snapshot or ranking */
                            how: string;
                            person: number;
                            version: number;
                        }[];
                        /** @description Give it as `after` for the next page */
                        next?: string;
                    };
                };
            };
        };
    };
    changeMembers: {
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
                "application/json": {
                    add?: ({
                        person: number;
                    } | {
                        namespace: string;
                        value: string;
                    })[];
                    remove?: ({
                        person: number;
                    } | {
                        namespace: string;
                        value: string;
                    })[];
                    /** @description Until when they stay (ms); for ever unless given */
                    until?: number;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description People and identities that were taken */
                        changed: number;
                    };
                };
            };
        };
    };
    explainMembership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                person: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ms since the epoch */
                        at: number;
                        audience: string;
                        /** @description Each part of the condition with what was found */
                        explanation: Record<string, never>;
                        isMember: boolean;
                        person: number;
                    };
                };
            };
        };
    };
    rankAudience: {
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
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cost: {
                            /** @description How often it was asked about somebody, since the start */
                            touchesPerSecond: number;
                            /** @description Traits it reads; shared with audiences that ask the same */
                            traits: number;
                        };
                        description?: string;
                        /** @description live: with every event and at the moment at which time changes it; list: when people are put on it or taken off it; ranking: when it is worked out */
                        evaluated: "live" | "list" | "ranking" | "not";
                        id: string;
                        /** @description How it says who; a part says it by the split of the whole */
                        kind: "condition" | "set" | "list" | "ranking" | "part";
                        name: string;
                        /** @description Why nobody enters or leaves */
                        notBecause?: string;
                        /** @description The audience that this is a part of */
                        partOf?: string;
                        /** @description What is under way before a new version is complete */
                        progress?: {
                            share: number;
                            /** @description history: the past is read; people: everybody is looked at */
                            stage: "history" | "people";
                        };
                        /** @description Of a ranking: members enter and leave when it is worked out */
                        ranking?: {
                            /** @description When it was worked out last */
                            asOf: number | null;
                            /** @description How often it is worked out */
                            every: string;
                            tookMs: number | null;
                        };
                        /** @description People in it */
                        size: number;
                        /** @description draft, live, paused or archived, as it was set up */
                        state: string;
                        /** @description Keys of live definitions that build on it */
                        usedIn: string[];
                        /** @description The version that was set up last */
                        version: number;
                        /** @description The version that memberships follow; null before the first is complete */
                        versionInForce: number | null;
                        /** @description Of a list: identities on it that nobody has yet */
                        waiting?: number;
                    } & {
                        /** @description Who is in it: of a set as the condition that it means, of a list null */
                        condition: Record<string, never> | null;
                        /** @description Ids of the parts of a split */
                        parts: string[];
                        /** Ranking */
                        rank?: {
                            /** @description The number: an attribute, a score, or a measure of behaviour */
                            by: {
                                attribute: string;
                            } | {
                                score: string;
                            } | {
                                trait: string | {
                                    as?: "number" | "text";
                                    /** Events */
                                    did: {
                                        event: string | string[];
                                        products?: ({
                                            /** Date */
                                            date?: {
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                after?: string;
                                                anniversary?: {
                                                    last?: number;
                                                    next?: number;
                                                };
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                before?: string;
                                                /** How often */
                                                fullYears?: {
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    exactly?: number;
                                                };
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                furtherAhead?: string;
                                                leapDay?: "02-28" | "03-01";
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                longerAgo?: string;
                                                /** @description a day such as “2026-05-03” */
                                                on?: string;
                                                timeZone?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinLast?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinNext?: string;
                                            };
                                            exists?: boolean;
                                            /** List */
                                            list?: {
                                                includes?: string[];
                                                includesAll?: string[];
                                                includesNone?: string[];
                                                sizeAtLeast?: number;
                                                sizeAtMost?: number;
                                            };
                                            /** Number */
                                            number?: {
                                                above?: number;
                                                atLeast?: number;
                                                atMost?: number;
                                                below?: number;
                                                is?: number;
                                                isNot?: number;
                                            };
                                            /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                            product: string;
                                            /** Text */
                                            text?: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                            truth?: boolean;
                                        } | {
                                            /** @enum {unknown} */
                                            catalogue: "category" | "brand" | "price" | "stock";
                                            /** Date */
                                            date?: {
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                after?: string;
                                                anniversary?: {
                                                    last?: number;
                                                    next?: number;
                                                };
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                before?: string;
                                                /** How often */
                                                fullYears?: {
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    exactly?: number;
                                                };
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                furtherAhead?: string;
                                                leapDay?: "02-28" | "03-01";
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                longerAgo?: string;
                                                /** @description a day such as “2026-05-03” */
                                                on?: string;
                                                timeZone?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinLast?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinNext?: string;
                                            };
                                            exists?: boolean;
                                            /** List */
                                            list?: {
                                                includes?: string[];
                                                includesAll?: string[];
                                                includesNone?: string[];
                                                sizeAtLeast?: number;
                                                sizeAtMost?: number;
                                            };
                                            /** Number */
                                            number?: {
                                                above?: number;
                                                atLeast?: number;
                                                atMost?: number;
                                                below?: number;
                                                is?: number;
                                                isNot?: number;
                                            };
                                            /** Text */
                                            text?: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                            truth?: boolean;
                                        })[];
                                        where?: ({
                                            /** Date */
                                            date?: {
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                after?: string;
                                                anniversary?: {
                                                    last?: number;
                                                    next?: number;
                                                };
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                before?: string;
                                                /** How often */
                                                fullYears?: {
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    exactly?: number;
                                                };
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                furtherAhead?: string;
                                                leapDay?: "02-28" | "03-01";
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                longerAgo?: string;
                                                /** @description a day such as “2026-05-03” */
                                                on?: string;
                                                timeZone?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinLast?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinNext?: string;
                                            };
                                            exists?: boolean;
                                            /** List */
                                            list?: {
                                                includes?: string[];
                                                includesAll?: string[];
                                                includesNone?: string[];
                                                sizeAtLeast?: number;
                                                sizeAtMost?: number;
                                            };
                                            /** Number */
                                            number?: {
                                                above?: number;
                                                atLeast?: number;
                                                atMost?: number;
                                                below?: number;
                                                is?: number;
                                                isNot?: number;
                                            };
                                            /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                            property: string;
                                            /** Text */
                                            text?: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                            truth?: boolean;
                                        } | {
                                            /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                            context: string;
                                            /** Date */
                                            date?: {
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                after?: string;
                                                anniversary?: {
                                                    last?: number;
                                                    next?: number;
                                                };
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                before?: string;
                                                /** How often */
                                                fullYears?: {
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    exactly?: number;
                                                };
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                furtherAhead?: string;
                                                leapDay?: "02-28" | "03-01";
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                longerAgo?: string;
                                                /** @description a day such as “2026-05-03” */
                                                on?: string;
                                                timeZone?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinLast?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinNext?: string;
                                            };
                                            exists?: boolean;
                                            /** List */
                                            list?: {
                                                includes?: string[];
                                                includesAll?: string[];
                                                includesNone?: string[];
                                                sizeAtLeast?: number;
                                                sizeAtMost?: number;
                                            };
                                            /** Number */
                                            number?: {
                                                above?: number;
                                                atLeast?: number;
                                                atMost?: number;
                                                below?: number;
                                                is?: number;
                                                isNot?: number;
                                            };
                                            /** Text */
                                            text?: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                            truth?: boolean;
                                        } | {
                                            /** @enum {unknown} */
                                            origin: "name" | "channel" | "source" | "type";
                                            /** Text */
                                            text: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                        })[];
                                    };
                                    in?: {
                                        /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                        last: string;
                                    } | {
                                        /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                        from?: string;
                                        timeZone?: string;
                                        /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                        to?: string;
                                    } | {
                                        back?: number;
                                        /** @enum {unknown} */
                                        calendar: "day" | "week" | "month" | "quarter" | "year";
                                        timeZone?: string;
                                    } | {
                                        /** Events */
                                        since: {
                                            event: string | string[];
                                            products?: ({
                                                /** Date */
                                                date?: {
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    after?: string;
                                                    anniversary?: {
                                                        last?: number;
                                                        next?: number;
                                                    };
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    before?: string;
                                                    /** How often */
                                                    fullYears?: {
                                                        atLeast?: number;
                                                        atMost?: number;
                                                        exactly?: number;
                                                    };
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    furtherAhead?: string;
                                                    leapDay?: "02-28" | "03-01";
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    longerAgo?: string;
                                                    /** @description a day such as “2026-05-03” */
                                                    on?: string;
                                                    timeZone?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinLast?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinNext?: string;
                                                };
                                                exists?: boolean;
                                                /** List */
                                                list?: {
                                                    includes?: string[];
                                                    includesAll?: string[];
                                                    includesNone?: string[];
                                                    sizeAtLeast?: number;
                                                    sizeAtMost?: number;
                                                };
                                                /** Number */
                                                number?: {
                                                    above?: number;
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    below?: number;
                                                    is?: number;
                                                    isNot?: number;
                                                };
                                                /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                                product: string;
                                                /** Text */
                                                text?: {
                                                    anyOf?: string[];
                                                    contains?: string;
                                                    ends?: string;
                                                    /** @constant */
                                                    ignoreCase?: true;
                                                    is?: string;
                                                    isNot?: string;
                                                    lacks?: string;
                                                    like?: string;
                                                    noneOf?: string[];
                                                    starts?: string;
                                                };
                                                truth?: boolean;
                                            } | {
                                                /** @enum {unknown} */
                                                catalogue: "category" | "brand" | "price" | "stock";
                                                /** Date */
                                                date?: {
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    after?: string;
                                                    anniversary?: {
                                                        last?: number;
                                                        next?: number;
                                                    };
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    before?: string;
                                                    /** How often */
                                                    fullYears?: {
                                                        atLeast?: number;
                                                        atMost?: number;
                                                        exactly?: number;
                                                    };
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    furtherAhead?: string;
                                                    leapDay?: "02-28" | "03-01";
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    longerAgo?: string;
                                                    /** @description a day such as “2026-05-03” */
                                                    on?: string;
                                                    timeZone?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinLast?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinNext?: string;
                                                };
                                                exists?: boolean;
                                                /** List */
                                                list?: {
                                                    includes?: string[];
                                                    includesAll?: string[];
                                                    includesNone?: string[];
                                                    sizeAtLeast?: number;
                                                    sizeAtMost?: number;
                                                };
                                                /** Number */
                                                number?: {
                                                    above?: number;
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    below?: number;
                                                    is?: number;
                                                    isNot?: number;
                                                };
                                                /** Text */
                                                text?: {
                                                    anyOf?: string[];
                                                    contains?: string;
                                                    ends?: string;
                                                    /** @constant */
                                                    ignoreCase?: true;
                                                    is?: string;
                                                    isNot?: string;
                                                    lacks?: string;
                                                    like?: string;
                                                    noneOf?: string[];
                                                    starts?: string;
                                                };
                                                truth?: boolean;
                                            })[];
                                            where?: ({
                                                /** Date */
                                                date?: {
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    after?: string;
                                                    anniversary?: {
                                                        last?: number;
                                                        next?: number;
                                                    };
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    before?: string;
                                                    /** How often */
                                                    fullYears?: {
                                                        atLeast?: number;
                                                        atMost?: number;
                                                        exactly?: number;
                                                    };
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    furtherAhead?: string;
                                                    leapDay?: "02-28" | "03-01";
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    longerAgo?: string;
                                                    /** @description a day such as “2026-05-03” */
                                                    on?: string;
                                                    timeZone?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinLast?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinNext?: string;
                                                };
                                                exists?: boolean;
                                                /** List */
                                                list?: {
                                                    includes?: string[];
                                                    includesAll?: string[];
                                                    includesNone?: string[];
                                                    sizeAtLeast?: number;
                                                    sizeAtMost?: number;
                                                };
                                                /** Number */
                                                number?: {
                                                    above?: number;
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    below?: number;
                                                    is?: number;
                                                    isNot?: number;
                                                };
                                                /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                                property: string;
                                                /** Text */
                                                text?: {
                                                    anyOf?: string[];
                                                    contains?: string;
                                                    ends?: string;
                                                    /** @constant */
                                                    ignoreCase?: true;
                                                    is?: string;
                                                    isNot?: string;
                                                    lacks?: string;
                                                    like?: string;
                                                    noneOf?: string[];
                                                    starts?: string;
                                                };
                                                truth?: boolean;
                                            } | {
                                                /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                                context: string;
                                                /** Date */
                                                date?: {
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    after?: string;
                                                    anniversary?: {
                                                        last?: number;
                                                        next?: number;
                                                    };
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    before?: string;
                                                    /** How often */
                                                    fullYears?: {
                                                        atLeast?: number;
                                                        atMost?: number;
                                                        exactly?: number;
                                                    };
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    furtherAhead?: string;
                                                    leapDay?: "02-28" | "03-01";
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    longerAgo?: string;
                                                    /** @description a day such as “2026-05-03” */
                                                    on?: string;
                                                    timeZone?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinLast?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinNext?: string;
                                                };
                                                exists?: boolean;
                                                /** List */
                                                list?: {
                                                    includes?: string[];
                                                    includesAll?: string[];
                                                    includesNone?: string[];
                                                    sizeAtLeast?: number;
                                                    sizeAtMost?: number;
                                                };
                                                /** Number */
                                                number?: {
                                                    above?: number;
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    below?: number;
                                                    is?: number;
                                                    isNot?: number;
                                                };
                                                /** Text */
                                                text?: {
                                                    anyOf?: string[];
                                                    contains?: string;
                                                    ends?: string;
                                                    /** @constant */
                                                    ignoreCase?: true;
                                                    is?: string;
                                                    isNot?: string;
                                                    lacks?: string;
                                                    like?: string;
                                                    noneOf?: string[];
                                                    starts?: string;
                                                };
                                                truth?: boolean;
                                            } | {
                                                /** @enum {unknown} */
                                                origin: "name" | "channel" | "source" | "type";
                                                /** Text */
                                                text: {
                                                    anyOf?: string[];
                                                    contains?: string;
                                                    ends?: string;
                                                    /** @constant */
                                                    ignoreCase?: true;
                                                    is?: string;
                                                    isNot?: string;
                                                    lacks?: string;
                                                    like?: string;
                                                    noneOf?: string[];
                                                    starts?: string;
                                                };
                                            })[];
                                        };
                                    };
                                    /** @enum {unknown} */
                                    measure: "times" | "lines" | "sum" | "average" | "minimum" | "maximum" | "first" | "last" | "firstTime" | "lastTime" | "distinct" | "mostFrequent" | "repeated" | "newest";
                                    of?: {
                                        /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                        property: string;
                                    } | {
                                        /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                        context: string;
                                    } | {
                                        /** @enum {unknown} */
                                        origin: "name" | "channel" | "source" | "type";
                                    } | {
                                        /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                        product: string;
                                    };
                                    size?: number;
                                };
                            };
                            /** @description How often it is worked out anew; 1d unless said */
                            every?: string;
                            /** @description How many people */
                            limit: number;
                            /** @description Who comes first */
                            order: "most" | "least";
                        };
                        set?: components["schemas"]["def-1"];
                        /** Split */
                        split?: {
                            /** @description Splits of one name cut everybody alike; the id of the audience unless said */
                            named?: string;
                            parts: {
                                /** @description Asked for as <audience>/<part> */
                                id: string;
                                name: string;
                                share: number;
                            }[];
                        } | {
                            attribute: string;
                            /** @description Everybody else */
                            other?: {
                                /** @description Asked for as <audience>/<part> */
                                id: string;
                                name: string;
                            };
                            parts: {
                                /** @description Asked for as <audience>/<part> */
                                id: string;
                                name: string;
                                values: string[];
                            }[];
                        };
                    };
                };
            };
        };
    };
    snapshotAudience: {
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
                "application/json": {
                    id: string;
                    name?: string;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cost: {
                            /** @description How often it was asked about somebody, since the start */
                            touchesPerSecond: number;
                            /** @description Traits it reads; shared with audiences that ask the same */
                            traits: number;
                        };
                        description?: string;
                        /** @description live: with every event and at the moment at which time changes it; list: when people are put on it or taken off it; ranking: when it is worked out */
                        evaluated: "live" | "list" | "ranking" | "not";
                        id: string;
                        /** @description How it says who; a part says it by the split of the whole */
                        kind: "condition" | "set" | "list" | "ranking" | "part";
                        name: string;
                        /** @description Why nobody enters or leaves */
                        notBecause?: string;
                        /** @description The audience that this is a part of */
                        partOf?: string;
                        /** @description What is under way before a new version is complete */
                        progress?: {
                            share: number;
                            /** @description history: the past is read; people: everybody is looked at */
                            stage: "history" | "people";
                        };
                        /** @description Of a ranking: members enter and leave when it is worked out */
                        ranking?: {
                            /** @description When it was worked out last */
                            asOf: number | null;
                            /** @description How often it is worked out */
                            every: string;
                            tookMs: number | null;
                        };
                        /** @description People in it */
                        size: number;
                        /** @description draft, live, paused or archived, as it was set up */
                        state: string;
                        /** @description Keys of live definitions that build on it */
                        usedIn: string[];
                        /** @description The version that was set up last */
                        version: number;
                        /** @description The version that memberships follow; null before the first is complete */
                        versionInForce: number | null;
                        /** @description Of a list: identities on it that nobody has yet */
                        waiting?: number;
                    } & {
                        /** @description Who is in it: of a set as the condition that it means, of a list null */
                        condition: Record<string, never> | null;
                        /** @description Ids of the parts of a split */
                        parts: string[];
                        /** Ranking */
                        rank?: {
                            /** @description The number: an attribute, a score, or a measure of behaviour */
                            by: {
                                attribute: string;
                            } | {
                                score: string;
                            } | {
                                trait: string | {
                                    as?: "number" | "text";
                                    /** Events */
                                    did: {
                                        event: string | string[];
                                        products?: ({
                                            /** Date */
                                            date?: {
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                after?: string;
                                                anniversary?: {
                                                    last?: number;
                                                    next?: number;
                                                };
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                before?: string;
                                                /** How often */
                                                fullYears?: {
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    exactly?: number;
                                                };
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                furtherAhead?: string;
                                                leapDay?: "02-28" | "03-01";
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                longerAgo?: string;
                                                /** @description a day such as “2026-05-03” */
                                                on?: string;
                                                timeZone?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinLast?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinNext?: string;
                                            };
                                            exists?: boolean;
                                            /** List */
                                            list?: {
                                                includes?: string[];
                                                includesAll?: string[];
                                                includesNone?: string[];
                                                sizeAtLeast?: number;
                                                sizeAtMost?: number;
                                            };
                                            /** Number */
                                            number?: {
                                                above?: number;
                                                atLeast?: number;
                                                atMost?: number;
                                                below?: number;
                                                is?: number;
                                                isNot?: number;
                                            };
                                            /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                            product: string;
                                            /** Text */
                                            text?: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                            truth?: boolean;
                                        } | {
                                            /** @enum {unknown} */
                                            catalogue: "category" | "brand" | "price" | "stock";
                                            /** Date */
                                            date?: {
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                after?: string;
                                                anniversary?: {
                                                    last?: number;
                                                    next?: number;
                                                };
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                before?: string;
                                                /** How often */
                                                fullYears?: {
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    exactly?: number;
                                                };
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                furtherAhead?: string;
                                                leapDay?: "02-28" | "03-01";
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                longerAgo?: string;
                                                /** @description a day such as “2026-05-03” */
                                                on?: string;
                                                timeZone?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinLast?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinNext?: string;
                                            };
                                            exists?: boolean;
                                            /** List */
                                            list?: {
                                                includes?: string[];
                                                includesAll?: string[];
                                                includesNone?: string[];
                                                sizeAtLeast?: number;
                                                sizeAtMost?: number;
                                            };
                                            /** Number */
                                            number?: {
                                                above?: number;
                                                atLeast?: number;
                                                atMost?: number;
                                                below?: number;
                                                is?: number;
                                                isNot?: number;
                                            };
                                            /** Text */
                                            text?: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                            truth?: boolean;
                                        })[];
                                        where?: ({
                                            /** Date */
                                            date?: {
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                after?: string;
                                                anniversary?: {
                                                    last?: number;
                                                    next?: number;
                                                };
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                before?: string;
                                                /** How often */
                                                fullYears?: {
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    exactly?: number;
                                                };
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                furtherAhead?: string;
                                                leapDay?: "02-28" | "03-01";
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                longerAgo?: string;
                                                /** @description a day such as “2026-05-03” */
                                                on?: string;
                                                timeZone?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinLast?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinNext?: string;
                                            };
                                            exists?: boolean;
                                            /** List */
                                            list?: {
                                                includes?: string[];
                                                includesAll?: string[];
                                                includesNone?: string[];
                                                sizeAtLeast?: number;
                                                sizeAtMost?: number;
                                            };
                                            /** Number */
                                            number?: {
                                                above?: number;
                                                atLeast?: number;
                                                atMost?: number;
                                                below?: number;
                                                is?: number;
                                                isNot?: number;
                                            };
                                            /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                            property: string;
                                            /** Text */
                                            text?: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                            truth?: boolean;
                                        } | {
                                            /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                            context: string;
                                            /** Date */
                                            date?: {
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                after?: string;
                                                anniversary?: {
                                                    last?: number;
                                                    next?: number;
                                                };
                                                /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                before?: string;
                                                /** How often */
                                                fullYears?: {
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    exactly?: number;
                                                };
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                furtherAhead?: string;
                                                leapDay?: "02-28" | "03-01";
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                longerAgo?: string;
                                                /** @description a day such as “2026-05-03” */
                                                on?: string;
                                                timeZone?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinLast?: string;
                                                /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                withinNext?: string;
                                            };
                                            exists?: boolean;
                                            /** List */
                                            list?: {
                                                includes?: string[];
                                                includesAll?: string[];
                                                includesNone?: string[];
                                                sizeAtLeast?: number;
                                                sizeAtMost?: number;
                                            };
                                            /** Number */
                                            number?: {
                                                above?: number;
                                                atLeast?: number;
                                                atMost?: number;
                                                below?: number;
                                                is?: number;
                                                isNot?: number;
                                            };
                                            /** Text */
                                            text?: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                            truth?: boolean;
                                        } | {
                                            /** @enum {unknown} */
                                            origin: "name" | "channel" | "source" | "type";
                                            /** Text */
                                            text: {
                                                anyOf?: string[];
                                                contains?: string;
                                                ends?: string;
                                                /** @constant */
                                                ignoreCase?: true;
                                                is?: string;
                                                isNot?: string;
                                                lacks?: string;
                                                like?: string;
                                                noneOf?: string[];
                                                starts?: string;
                                            };
                                        })[];
                                    };
                                    in?: {
                                        /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                        last: string;
                                    } | {
                                        /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                        from?: string;
                                        timeZone?: string;
                                        /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                        to?: string;
                                    } | {
                                        back?: number;
                                        /** @enum {unknown} */
                                        calendar: "day" | "week" | "month" | "quarter" | "year";
                                        timeZone?: string;
                                    } | {
                                        /** Events */
                                        since: {
                                            event: string | string[];
                                            products?: ({
                                                /** Date */
                                                date?: {
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    after?: string;
                                                    anniversary?: {
                                                        last?: number;
                                                        next?: number;
                                                    };
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    before?: string;
                                                    /** How often */
                                                    fullYears?: {
                                                        atLeast?: number;
                                                        atMost?: number;
                                                        exactly?: number;
                                                    };
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    furtherAhead?: string;
                                                    leapDay?: "02-28" | "03-01";
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    longerAgo?: string;
                                                    /** @description a day such as “2026-05-03” */
                                                    on?: string;
                                                    timeZone?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinLast?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinNext?: string;
                                                };
                                                exists?: boolean;
                                                /** List */
                                                list?: {
                                                    includes?: string[];
                                                    includesAll?: string[];
                                                    includesNone?: string[];
                                                    sizeAtLeast?: number;
                                                    sizeAtMost?: number;
                                                };
                                                /** Number */
                                                number?: {
                                                    above?: number;
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    below?: number;
                                                    is?: number;
                                                    isNot?: number;
                                                };
                                                /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                                product: string;
                                                /** Text */
                                                text?: {
                                                    anyOf?: string[];
                                                    contains?: string;
                                                    ends?: string;
                                                    /** @constant */
                                                    ignoreCase?: true;
                                                    is?: string;
                                                    isNot?: string;
                                                    lacks?: string;
                                                    like?: string;
                                                    noneOf?: string[];
                                                    starts?: string;
                                                };
                                                truth?: boolean;
                                            } | {
                                                /** @enum {unknown} */
                                                catalogue: "category" | "brand" | "price" | "stock";
                                                /** Date */
                                                date?: {
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    after?: string;
                                                    anniversary?: {
                                                        last?: number;
                                                        next?: number;
                                                    };
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    before?: string;
                                                    /** How often */
                                                    fullYears?: {
                                                        atLeast?: number;
                                                        atMost?: number;
                                                        exactly?: number;
                                                    };
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    furtherAhead?: string;
                                                    leapDay?: "02-28" | "03-01";
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    longerAgo?: string;
                                                    /** @description a day such as “2026-05-03” */
                                                    on?: string;
                                                    timeZone?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinLast?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinNext?: string;
                                                };
                                                exists?: boolean;
                                                /** List */
                                                list?: {
                                                    includes?: string[];
                                                    includesAll?: string[];
                                                    includesNone?: string[];
                                                    sizeAtLeast?: number;
                                                    sizeAtMost?: number;
                                                };
                                                /** Number */
                                                number?: {
                                                    above?: number;
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    below?: number;
                                                    is?: number;
                                                    isNot?: number;
                                                };
                                                /** Text */
                                                text?: {
                                                    anyOf?: string[];
                                                    contains?: string;
                                                    ends?: string;
                                                    /** @constant */
                                                    ignoreCase?: true;
                                                    is?: string;
                                                    isNot?: string;
                                                    lacks?: string;
                                                    like?: string;
                                                    noneOf?: string[];
                                                    starts?: string;
                                                };
                                                truth?: boolean;
                                            })[];
                                            where?: ({
                                                /** Date */
                                                date?: {
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    after?: string;
                                                    anniversary?: {
                                                        last?: number;
                                                        next?: number;
                                                    };
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    before?: string;
                                                    /** How often */
                                                    fullYears?: {
                                                        atLeast?: number;
                                                        atMost?: number;
                                                        exactly?: number;
                                                    };
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    furtherAhead?: string;
                                                    leapDay?: "02-28" | "03-01";
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    longerAgo?: string;
                                                    /** @description a day such as “2026-05-03” */
                                                    on?: string;
                                                    timeZone?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinLast?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinNext?: string;
                                                };
                                                exists?: boolean;
                                                /** List */
                                                list?: {
                                                    includes?: string[];
                                                    includesAll?: string[];
                                                    includesNone?: string[];
                                                    sizeAtLeast?: number;
                                                    sizeAtMost?: number;
                                                };
                                                /** Number */
                                                number?: {
                                                    above?: number;
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    below?: number;
                                                    is?: number;
                                                    isNot?: number;
                                                };
                                                /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                                property: string;
                                                /** Text */
                                                text?: {
                                                    anyOf?: string[];
                                                    contains?: string;
                                                    ends?: string;
                                                    /** @constant */
                                                    ignoreCase?: true;
                                                    is?: string;
                                                    isNot?: string;
                                                    lacks?: string;
                                                    like?: string;
                                                    noneOf?: string[];
                                                    starts?: string;
                                                };
                                                truth?: boolean;
                                            } | {
                                                /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                                context: string;
                                                /** Date */
                                                date?: {
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    after?: string;
                                                    anniversary?: {
                                                        last?: number;
                                                        next?: number;
                                                    };
                                                    /** @description a day such as “2026-05-03” or an instant such as “2026-05-03T10:00:00Z” */
                                                    before?: string;
                                                    /** How often */
                                                    fullYears?: {
                                                        atLeast?: number;
                                                        atMost?: number;
                                                        exactly?: number;
                                                    };
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    furtherAhead?: string;
                                                    leapDay?: "02-28" | "03-01";
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    longerAgo?: string;
                                                    /** @description a day such as “2026-05-03” */
                                                    on?: string;
                                                    timeZone?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinLast?: string;
                                                    /** @description a length of time such as “90d”: a whole number from 1 with min, h, d, w, mo or y */
                                                    withinNext?: string;
                                                };
                                                exists?: boolean;
                                                /** List */
                                                list?: {
                                                    includes?: string[];
                                                    includesAll?: string[];
                                                    includesNone?: string[];
                                                    sizeAtLeast?: number;
                                                    sizeAtMost?: number;
                                                };
                                                /** Number */
                                                number?: {
                                                    above?: number;
                                                    atLeast?: number;
                                                    atMost?: number;
                                                    below?: number;
                                                    is?: number;
                                                    isNot?: number;
                                                };
                                                /** Text */
                                                text?: {
                                                    anyOf?: string[];
                                                    contains?: string;
                                                    ends?: string;
                                                    /** @constant */
                                                    ignoreCase?: true;
                                                    is?: string;
                                                    isNot?: string;
                                                    lacks?: string;
                                                    like?: string;
                                                    noneOf?: string[];
                                                    starts?: string;
                                                };
                                                truth?: boolean;
                                            } | {
                                                /** @enum {unknown} */
                                                origin: "name" | "channel" | "source" | "type";
                                                /** Text */
                                                text: {
                                                    anyOf?: string[];
                                                    contains?: string;
                                                    ends?: string;
                                                    /** @constant */
                                                    ignoreCase?: true;
                                                    is?: string;
                                                    isNot?: string;
                                                    lacks?: string;
                                                    like?: string;
                                                    noneOf?: string[];
                                                    starts?: string;
                                                };
                                            })[];
                                        };
                                    };
                                    /** @enum {unknown} */
                                    measure: "times" | "lines" | "sum" | "average" | "minimum" | "maximum" | "first" | "last" | "firstTime" | "lastTime" | "distinct" | "mostFrequent" | "repeated" | "newest";
                                    of?: {
                                        /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                        property: string;
                                    } | {
                                        /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                        context: string;
                                    } | {
                                        /** @enum {unknown} */
                                        origin: "name" | "channel" | "source" | "type";
                                    } | {
                                        /** @description keys joined by dots, such as “address.city”, of letters, digits, _, $, - and blanks */
                                        product: string;
                                    };
                                    size?: number;
                                };
                            };
                            /** @description How often it is worked out anew; 1d unless said */
                            every?: string;
                            /** @description How many people */
                            limit: number;
                            /** @description Who comes first */
                            order: "most" | "least";
                        };
                        set?: components["schemas"]["def-1"];
                        /** Split */
                        split?: {
                            /** @description Splits of one name cut everybody alike; the id of the audience unless said */
                            named?: string;
                            parts: {
                                /** @description Asked for as <audience>/<part> */
                                id: string;
                                name: string;
                                share: number;
                            }[];
                        } | {
                            attribute: string;
                            /** @description Everybody else */
                            other?: {
                                /** @description Asked for as <audience>/<part> */
                                id: string;
                                name: string;
                            };
                            parts: {
                                /** @description Asked for as <audience>/<part> */
                                id: string;
                                name: string;
                                values: string[];
                            }[];
                        };
                    };
                };
            };
        };
    };
    uploadAudience: {
        parameters: {
            query: {
                /** @description The column that holds them */
                column?: string;
                /** @description replace: who is not in the file is taken off the list */
                mode: "add" | "replace";
                /** @description What the identities are; told from the header unless given */
                namespace?: string;
                /** @description Until when they stay (ms); for ever unless given */
                until?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Rows without an identity that can stand for anybody */
                        invalid: number;
                        /** @description The first of them, by line of the file */
                        invalidRows: {
                            line: number;
                            reason: string;
                        }[];
                        /** @description Rows whose identity somebody has */
                        matched: number;
                        /** @description Unknown rows for which there was no room to wait */
                        notKept: number;
                        /** @description Different people among them */
                        people: number;
                        /** @description People taken off because the upload replaces the list */
                        removed: number;
                        /** @description Rows read, without the header */
                        rows: number;
                        tookMs: number;
                        /** @description Rows whose identity nobody has yet: they wait */
                        unknown: number;
                    };
                };
            };
        };
    };
    estimateAudience: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A condition (docs/conditions.md) */
                    condition?: Record<string, never>;
                    /** @description exact reads everything; sample what is kept of some people; auto what answers soon */
                    mode?: "auto" | "exact" | "sample";
                    /** @description Count each part of the condition by itself too */
                    parts?: boolean;
                    /** @description Count who may be contacted, by channel */
                    reach?: boolean;
                    set?: components["schemas"]["def-1"];
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ms since the epoch */
                        asOf: number;
                        elapsedMs: number;
                        evaluation: {
                            /** @constant */
                            how: "live";
                            /** @description Those that no live audience reads yet: their past must be read */
                            newTraits: number;
                            /** @description Events it looks at, as they came in the last week */
                            touchesPerSecond: number;
                            /** @description Traits it reads */
                            traits: number;
                        };
                        high: number;
                        isExact: boolean;
                        /** @description Lower bound of the 95 % confidence interval; `people` when exact */
                        low: number;
                        /** @description Everybody */
                        of: number;
                        parts: {
                            high: number;
                            /** @description Lower bound of the 95 % confidence interval; `people` when exact */
                            low: number;
                            people: number;
                            pointer: string;
                        }[];
                        people: number;
                        reach?: {
                            email: {
                                high: number;
                                /** @description Lower bound of the 95 % confidence interval; `people` when exact */
                                low: number;
                                people: number;
                            };
                            push: {
                                high: number;
                                /** @description Lower bound of the 95 % confidence interval; `people` when exact */
                                low: number;
                                people: number;
                            };
                            sms: {
                                high: number;
                                /** @description Lower bound of the 95 % confidence interval; `people` when exact */
                                low: number;
                                people: number;
                            };
                        };
                        sample: number[];
                        /** @description The share of people looked at; 1 when exact */
                        sampleShare: number;
                    };
                };
            };
        };
    };
    overlapAudiences: {
        parameters: {
            query: {
                id: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        parts: {
                            /** @description In all of these and in none of the others */
                            audiences: string[];
                            people: number;
                        }[];
                    };
                };
            };
        };
    };
    searchAudit: {
        parameters: {
            query: {
                /** @description operationId of a route */
                action?: string;
                /** @description The `next` of the page before */
                below?: string;
                /** @description user:<id>, token:<id>, operator, api */
                by?: string;
                kind?: "change" | "view" | "refused";
                limit: number;
                person?: number;
                /** @description ms since the epoch */
                since?: number;
                /** @description ms since the epoch */
                until?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: {
                            /** @description The operationId of the route */
                            action: string;
                            address: string;
                            /** @description ms since the epoch */
                            at: number;
                            /** @description user:<id>, token:<id>, operator, api or anonymous */
                            by: string;
                            id: string;
                            kind: "change" | "view" | "refused";
                            /** @description What was changed, in words */
                            note?: string;
                            /** @description What it was about, without the query */
                            path: string;
                            /** @description Whom it showed or changed; of lists only the number */
                            people?: number[];
                            peopleCount?: number;
                            /** @description What was answered */
                            status: number;
                        }[];
                        next?: string;
                    };
                };
            };
        };
    };
    listBackups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        backups: {
                            /** @description When it was whole (ms since the epoch) */
                            at?: number;
                            bytes?: number;
                            id: string;
                            /** @description On the machine of the server */
                            path: string;
                            /** @description Which copy is being written */
                            stage?: "state" | "warehouse" | "log";
                            /** @description ms since the epoch */
                            startedAt: number;
                            /** @description unfinished: the server stopped while it wrote it; nothing of it can be restored */
                            state: "running" | "done" | "failed" | "unfinished";
                            /** @description Of the program that wrote it */
                            version?: string;
                            /** @description Why it failed */
                            why?: string;
                        }[];
                    };
                };
            };
        };
    };
    makeBackup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description When it was whole (ms since the epoch) */
                        at?: number;
                        bytes?: number;
                        id: string;
                        /** @description On the machine of the server */
                        path: string;
                        /** @description Which copy is being written */
                        stage?: "state" | "warehouse" | "log";
                        /** @description ms since the epoch */
                        startedAt: number;
                        /** @description unfinished: the server stopped while it wrote it; nothing of it can be restored */
                        state: "running" | "done" | "failed" | "unfinished";
                        /** @description Of the program that wrote it */
                        version?: string;
                        /** @description Why it failed */
                        why?: string;
                    };
                };
            };
        };
    };
    removeBackup: {
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
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        categories: {
                            path: string[];
                            /** @description In it and in what is below it; without those that are not sold any more */
                            products: number;
                        }[];
                    };
                };
            };
        };
    };
    listProducts: {
        parameters: {
            query: {
                /** @description The `next` of the page before */
                after?: string;
                brand?: string;
                /** @description A path such as Women/Yoga; what is below it is in it */
                category?: string;
                /** @description These alone, in this order, sold or not; ids that nothing has are left out */
                id?: string[];
                limit: number;
                /** @description Also products that are not sold any more */
                removed: boolean;
                /** @description Words of the id, name, brand or category; all must be there */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next?: string;
                        products: {
                            brand?: string;
                            /** @description From the widest to the narrowest */
                            category?: string[];
                            /** @description ISO 4217 */
                            currency?: string;
                            id: string;
                            image?: string;
                            /** @description In currency units */
                            listPrice?: number;
                            name?: string;
                            /** @description In currency units */
                            price?: number;
                            /** @description Not sold any more; kept because people bought it */
                            removed: boolean;
                            /** @description In all stores; absent where nobody said */
                            stock?: number;
                            url?: string;
                        }[];
                    };
                };
            };
        };
    };
    writeProducts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    products: {
                        attributes?: {
                            [key: string]: unknown;
                        };
                        brand?: string | null;
                        /** @description A path such as "Women > Yoga", or its names */
                        category?: string | string[] | null;
                        currency?: string | null;
                        description?: string | null;
                        id: string;
                        image?: string | null;
                        listPrice?: number | null;
                        name?: string | null;
                        price?: number | null;
                        stock?: number | null;
                        /** @description Since when it is so, ms since the epoch; now, unless said */
                        time?: number;
                        url?: string | null;
                        variants?: {
                            [key: string]: unknown;
                        }[];
                    }[];
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        written: number;
                    };
                };
            };
        };
    };
    readProduct: {
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
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What else the feed says, by the name it says it under */
                        attributes: {
                            [key: string]: unknown;
                        };
                        brand?: string;
                        /** @description From the widest to the narrowest */
                        category?: string[];
                        /** @description ISO 4217 */
                        currency?: string;
                        description?: string;
                        id: string;
                        image?: string;
                        /** @description In currency units */
                        listPrice?: number;
                        name?: string;
                        /** @description In currency units */
                        price?: number;
                        /** @description The newest 50 prices, oldest first; the warehouse has all */
                        prices: {
                            currency?: string;
                            /** @description ms since the epoch */
                            from: number;
                            /** @description In currency units */
                            listPrice?: number;
                            /** @description In currency units */
                            price: number;
                            /** @description The last time that this price was stated */
                            to: number;
                        }[];
                        /** @description Not sold any more; kept because people bought it */
                        removed: boolean;
                        /** @description In all stores; absent where nobody said */
                        stock?: number;
                        /** @description The newest 50 totals over all stores, oldest first; the warehouse has all */
                        stocks: {
                            /** @description ms since the epoch */
                            from: number;
                            quantity: number;
                            /** @description ms since the epoch */
                            to: number;
                        }[];
                        stores: {
                            /** @description ms since the epoch */
                            at: number;
                            quantity: number;
                            /** @description Empty for stock that belongs to no store */
                            store: string;
                        }[];
                        url?: string;
                        variants: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
        };
    };
    writeProduct: {
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
                "application/json": {
                    attributes?: {
                        [key: string]: unknown;
                    };
                    brand?: string | null;
                    /** @description A path such as "Women > Yoga", or its names */
                    category?: string | string[] | null;
                    currency?: string | null;
                    description?: string | null;
                    image?: string | null;
                    listPrice?: number | null;
                    name?: string | null;
                    price?: number | null;
                    stock?: number | null;
                    /** @description Since when it is so, ms since the epoch; now, unless said */
                    time?: number;
                    url?: string | null;
                    variants?: {
                        [key: string]: unknown;
                    }[];
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What else the feed says, by the name it says it under */
                        attributes: {
                            [key: string]: unknown;
                        };
                        brand?: string;
                        /** @description From the widest to the narrowest */
                        category?: string[];
                        /** @description ISO 4217 */
                        currency?: string;
                        description?: string;
                        id: string;
                        image?: string;
                        /** @description In currency units */
                        listPrice?: number;
                        name?: string;
                        /** @description In currency units */
                        price?: number;
                        /** @description The newest 50 prices, oldest first; the warehouse has all */
                        prices: {
                            currency?: string;
                            /** @description ms since the epoch */
                            from: number;
                            /** @description In currency units */
                            listPrice?: number;
                            /** @description In currency units */
                            price: number;
                            /** @description The last time that this price was stated */
                            to: number;
                        }[];
                        /** @description Not sold any more; kept because people bought it */
                        removed: boolean;
                        /** @description In all stores; absent where nobody said */
                        stock?: number;
                        /** @description The newest 50 totals over all stores, oldest first; the warehouse has all */
                        stocks: {
                            /** @description ms since the epoch */
                            from: number;
                            quantity: number;
                            /** @description ms since the epoch */
                            to: number;
                        }[];
                        stores: {
                            /** @description ms since the epoch */
                            at: number;
                            quantity: number;
                            /** @description Empty for stock that belongs to no store */
                            store: string;
                        }[];
                        url?: string;
                        variants: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
        };
    };
    removeProduct: {
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
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What else the feed says, by the name it says it under */
                        attributes: {
                            [key: string]: unknown;
                        };
                        brand?: string;
                        /** @description From the widest to the narrowest */
                        category?: string[];
                        /** @description ISO 4217 */
                        currency?: string;
                        description?: string;
                        id: string;
                        image?: string;
                        /** @description In currency units */
                        listPrice?: number;
                        name?: string;
                        /** @description In currency units */
                        price?: number;
                        /** @description The newest 50 prices, oldest first; the warehouse has all */
                        prices: {
                            currency?: string;
                            /** @description ms since the epoch */
                            from: number;
                            /** @description In currency units */
                            listPrice?: number;
                            /** @description In currency units */
                            price: number;
                            /** @description The last time that this price was stated */
                            to: number;
                        }[];
                        /** @description Not sold any more; kept because people bought it */
                        removed: boolean;
                        /** @description In all stores; absent where nobody said */
                        stock?: number;
                        /** @description The newest 50 totals over all stores, oldest first; the warehouse has all */
                        stocks: {
                            /** @description ms since the epoch */
                            from: number;
                            quantity: number;
                            /** @description ms since the epoch */
                            to: number;
                        }[];
                        stores: {
                            /** @description ms since the epoch */
                            at: number;
                            quantity: number;
                            /** @description Empty for stock that belongs to no store */
                            store: string;
                        }[];
                        url?: string;
                        variants: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
        };
    };
    searchProducts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 50 */
                    limit: number;
                    /** @description Words of the id, name, brand or category; all must be there */
                    text: string;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        products: {
                            brand?: string;
                            /** @description From the widest to the narrowest */
                            category?: string[];
                            /** @description ISO 4217 */
                            currency?: string;
                            id: string;
                            image?: string;
                            /** @description In currency units */
                            listPrice?: number;
                            name?: string;
                            /** @description In currency units */
                            price?: number;
                            /** @description Not sold any more; kept because people bought it */
                            removed: boolean;
                            /** @description In all stores; absent where nobody said */
                            stock?: number;
                            url?: string;
                        }[];
                    };
                };
            };
        };
    };
    listStores: {
        parameters: {
            query: {
                /** @description The `next` of the page before */
                after?: string;
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next?: string;
                        stores: {
                            address?: string;
                            /** @description What else the feed says, by the name it says it under */
                            attributes: {
                                [key: string]: unknown;
                            };
                            city?: string;
                            country?: string;
                            /** @description Opening hours, as people write them */
                            hours?: string;
                            id: string;
                            latitude?: number;
                            longitude?: number;
                            name?: string;
                            postcode?: string;
                        }[];
                    };
                };
            };
        };
    };
    listDefinitions: {
        parameters: {
            query: {
                /** @description Continues a page: the `next` of the one before */
                after?: string;
                kind?: string;
                limit: number;
                state?: "draft" | "live" | "paused" | "archived";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        definitions: {
                            /** @description ms since the epoch */
                            at: number;
                            by: string;
                            created: {
                                /** @description ms since the epoch */
                                at: number;
                                by: string;
                            };
                            /** @description The version with a document not published yet */
                            draft?: number;
                            id: string;
                            key: string;
                            kind: string;
                            /** @description What people call it, while it is live */
                            name?: string;
                            note?: string;
                            /** @description The version with the document published last */
                            published?: number;
                            reason?: {
                                /** @description Characters from the start of the text at that place */
                                at?: number;
                                /** @description Stable name of what is wrong */
                                code: string;
                                /** @description What is wrong and what to do */
                                message: string;
                                /** @description JSON pointer to the place in the document */
                                pointer: string;
                                severity: "error" | "warning";
                            };
                            state: "draft" | "live" | "paused" | "archived";
                            /** @description Counts every change; send it as If-Match */
                            version: number;
                        }[];
                        next?: string;
                    };
                };
            };
        };
    };
    readDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ms since the epoch */
                        at: number;
                        by: string;
                        created: {
                            /** @description ms since the epoch */
                            at: number;
                            by: string;
                        };
                        /** @description What was published last */
                        document?: unknown;
                        /** @description The version with a document not published yet */
                        draft?: number;
                        /** @description What is being worked on */
                        draftDocument?: unknown;
                        id: string;
                        key: string;
                        kind: string;
                        note?: string;
                        /** @description The version with the document published last */
                        published?: number;
                        reason?: {
                            /** @description Characters from the start of the text at that place */
                            at?: number;
                            /** @description Stable name of what is wrong */
                            code: string;
                            /** @description What is wrong and what to do */
                            message: string;
                            /** @description JSON pointer to the place in the document */
                            pointer: string;
                            severity: "error" | "warning";
                        };
                        state: "draft" | "live" | "paused" | "archived";
                        /** @description Counts every change; send it as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    archiveDefinition: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that was looked at, in quotation marks; * for any. Without it there must be no such definition yet. */
                "if-match"?: string;
            };
            path: {
                id: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Go on though live definitions that build on it will be paused */
                    force?: boolean;
                    /** @description Why; kept with the version */
                    note?: string;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ms since the epoch */
                        at: number;
                        by: string;
                        created: {
                            /** @description ms since the epoch */
                            at: number;
                            by: string;
                        };
                        /** @description The version with a document not published yet */
                        draft?: number;
                        id: string;
                        key: string;
                        kind: string;
                        note?: string;
                        /** @description The version with the document published last */
                        published?: number;
                        reason?: {
                            /** @description Characters from the start of the text at that place */
                            at?: number;
                            /** @description Stable name of what is wrong */
                            code: string;
                            /** @description What is wrong and what to do */
                            message: string;
                            /** @description JSON pointer to the place in the document */
                            pointer: string;
                            severity: "error" | "warning";
                        };
                        state: "draft" | "live" | "paused" | "archived";
                        /** @description Counts every change; send it as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    compareVersions: {
        parameters: {
            query: {
                from: number;
                to: number;
            };
            header?: never;
            path: {
                id: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        differences: {
                            /** @description Absent where something was removed */
                            after?: unknown;
                            /** @description Absent where something was added */
                            before?: unknown;
                            /** @description JSON pointer to the place */
                            pointer: string;
                        }[];
                    };
                };
            };
        };
    };
    saveDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that was looked at, in quotation marks; * for any. Without it there must be no such definition yet. */
                "if-match"?: string;
            };
            path: {
                id: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A document of the kind; see /api/definition-kinds */
                    document: unknown;
                    /** @description Why; kept with the version */
                    note?: string;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ms since the epoch */
                        at: number;
                        by: string;
                        created: {
                            /** @description ms since the epoch */
                            at: number;
                            by: string;
                        };
                        /** @description The version with a document not published yet */
                        draft?: number;
                        id: string;
                        key: string;
                        kind: string;
                        note?: string;
                        /** @description The version with the document published last */
                        published?: number;
                        reason?: {
                            /** @description Characters from the start of the text at that place */
                            at?: number;
                            /** @description Stable name of what is wrong */
                            code: string;
                            /** @description What is wrong and what to do */
                            message: string;
                            /** @description JSON pointer to the place in the document */
                            pointer: string;
                            severity: "error" | "warning";
                        };
                        state: "draft" | "live" | "paused" | "archived";
                        /** @description Counts every change; send it as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    pauseDefinition: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that was looked at, in quotation marks; * for any. Without it there must be no such definition yet. */
                "if-match"?: string;
            };
            path: {
                id: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Go on though live definitions that build on it will be paused */
                    force?: boolean;
                    /** @description Why; kept with the version */
                    note?: string;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ms since the epoch */
                        at: number;
                        by: string;
                        created: {
                            /** @description ms since the epoch */
                            at: number;
                            by: string;
                        };
                        /** @description The version with a document not published yet */
                        draft?: number;
                        id: string;
                        key: string;
                        kind: string;
                        note?: string;
                        /** @description The version with the document published last */
                        published?: number;
                        reason?: {
                            /** @description Characters from the start of the text at that place */
                            at?: number;
                            /** @description Stable name of what is wrong */
                            code: string;
                            /** @description What is wrong and what to do */
                            message: string;
                            /** @description JSON pointer to the place in the document */
                            pointer: string;
                            severity: "error" | "warning";
                        };
                        state: "draft" | "live" | "paused" | "archived";
                        /** @description Counts every change; send it as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    preflightDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A document of the kind; see /api/definition-kinds */
                    document?: unknown;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Live definitions that would be paused */
                        breaks: {
                            findings: {
                                /** @description Characters from the start of the text at that place */
                                at?: number;
                                /** @description Stable name of what is wrong */
                                code: string;
                                /** @description What is wrong and what to do */
                                message: string;
                                /** @description JSON pointer to the place in the document */
                                pointer: string;
                                severity: "error" | "warning";
                            }[];
                            key: string;
                        }[];
                        /** @description Live definitions that build on this one, or that are checked anew when it changes */
                        dependants: string[];
                        findings: {
                            /** @description Characters from the start of the text at that place */
                            at?: number;
                            /** @description Stable name of what is wrong */
                            code: string;
                            /** @description What is wrong and what to do */
                            message: string;
                            /** @description JSON pointer to the place in the document */
                            pointer: string;
                            severity: "error" | "warning";
                        }[];
                    };
                };
            };
        };
    };
    publishDefinition: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that was looked at, in quotation marks; * for any. Without it there must be no such definition yet. */
                "if-match"?: string;
            };
            path: {
                id: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A document of the kind; see /api/definition-kinds */
                    document?: unknown;
                    /** @description Go on though live definitions that build on it will be paused */
                    force?: boolean;
                    /** @description Why; kept with the version */
                    note?: string;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ms since the epoch */
                        at: number;
                        by: string;
                        created: {
                            /** @description ms since the epoch */
                            at: number;
                            by: string;
                        };
                        /** @description The version with a document not published yet */
                        draft?: number;
                        id: string;
                        key: string;
                        kind: string;
                        note?: string;
                        /** @description The version with the document published last */
                        published?: number;
                        reason?: {
                            /** @description Characters from the start of the text at that place */
                            at?: number;
                            /** @description Stable name of what is wrong */
                            code: string;
                            /** @description What is wrong and what to do */
                            message: string;
                            /** @description JSON pointer to the place in the document */
                            pointer: string;
                            severity: "error" | "warning";
                        };
                        state: "draft" | "live" | "paused" | "archived";
                        /** @description Counts every change; send it as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    restoreVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that was looked at, in quotation marks; * for any. Without it there must be no such definition yet. */
                "if-match"?: string;
            };
            path: {
                id: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; kept with the version */
                    note?: string;
                    version: number;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ms since the epoch */
                        at: number;
                        by: string;
                        created: {
                            /** @description ms since the epoch */
                            at: number;
                            by: string;
                        };
                        /** @description The version with a document not published yet */
                        draft?: number;
                        id: string;
                        key: string;
                        kind: string;
                        note?: string;
                        /** @description The version with the document published last */
                        published?: number;
                        reason?: {
                            /** @description Characters from the start of the text at that place */
                            at?: number;
                            /** @description Stable name of what is wrong */
                            code: string;
                            /** @description What is wrong and what to do */
                            message: string;
                            /** @description JSON pointer to the place in the document */
                            pointer: string;
                            severity: "error" | "warning";
                        };
                        state: "draft" | "live" | "paused" | "archived";
                        /** @description Counts every change; send it as If-Match */
                        version: number;
                    };
                };
            };
        };
    };
    listVersions: {
        parameters: {
            query: {
                below?: number;
                limit: number;
            };
            header?: never;
            path: {
                id: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        versions: {
                            /** @description draft, publish, pause, archive or import */
                            action: string;
                            /** @description ms since the epoch */
                            at: number;
                            by: string;
                            document?: unknown;
                            note?: string;
                            /** @description The version whose document this one is about */
                            of?: number;
                            reason?: {
                                /** @description Characters from the start of the text at that place */
                                at?: number;
                                /** @description Stable name of what is wrong */
                                code: string;
                                /** @description What is wrong and what to do */
                                message: string;
                                /** @description JSON pointer to the place in the document */
                                pointer: string;
                                severity: "error" | "warning";
                            };
                            state: "draft" | "live" | "paused" | "archived";
                            version: number;
                        }[];
                    };
                };
            };
        };
    };
    readVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                kind: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description draft, publish, pause, archive or import */
                        action: string;
                        /** @description ms since the epoch */
                        at: number;
                        by: string;
                        document?: unknown;
                        note?: string;
                        /** @description The version whose document this one is about */
                        of?: number;
                        reason?: {
                            /** @description Characters from the start of the text at that place */
                            at?: number;
                            /** @description Stable name of what is wrong */
                            code: string;
                            /** @description What is wrong and what to do */
                            message: string;
                            /** @description JSON pointer to the place in the document */
                            pointer: string;
                            severity: "error" | "warning";
                        };
                        state: "draft" | "live" | "paused" | "archived";
                        version: number;
                    };
                };
            };
        };
    };
    collectEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    events: {
                        context?: {
                            [key: string]: unknown;
                        };
                        /** @description Counted once per sender for at least 7 days */
                        id?: string;
                        identities?: {
                            namespace: string;
                            value: string | number;
                        }[] | {
                            [key: string]: string | number | null;
                        };
                        /** @description Required for track */
                        name?: string;
                        properties?: {
                            [key: string]: unknown;
                        };
                        time?: string | number;
                        /** @default track */
                        type?: "track" | "identify" | "page" | "screen" | "group" | "alias";
                    }[];
                    sentAt?: string | number;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accepted: number;
                        rejected: {
                            /** @description Stable, for example event.no-identity */
                            code: string;
                            /** @description Which of the events, from 0 */
                            index: number;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    listImports: {
        parameters: {
            query: {
                below?: string;
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        imports: {
                            /** @description Milliseconds since the epoch */
                            createdAt: number;
                            dryRun: boolean;
                            file: string;
                            fingerprint?: string;
                            id: string;
                            map: {
                                [key: string]: unknown;
                            };
                            sizeBytes: number;
                            source: string;
                            status: {
                                receivedBytes: number;
                                /** @constant */
                                state: "uploading";
                            } | {
                                progress?: {
                                    place: {
                                        line: number;
                                        offset: number;
                                        skip: number;
                                    };
                                    totals: {
                                        bytesRead: number;
                                        dropped: {
                                            [key: string]: number;
                                        };
                                        events: number;
                                        rejected: {
                                            [key: string]: number;
                                        };
                                        rows: number;
                                    };
                                };
                                /** @constant */
                                state: "waiting";
                            } | {
                                bytesRead: number;
                                rows: number;
                                /** @constant */
                                state: "checking";
                            } | {
                                report: {
                                    absentColumns: string[];
                                    columns: string[];
                                    drops: {
                                        code: string;
                                        columns: string[];
                                        lines: number[];
                                        message: string;
                                        rows: number;
                                    }[];
                                    eventNames: {
                                        [key: string]: number;
                                    };
                                    events: number;
                                    file: string;
                                    firstTime?: string;
                                    format: string;
                                    isPeopleExact: boolean;
                                    lastTime?: string;
                                    people: number;
                                    rejects: {
                                        code: string;
                                        columns: string[];
                                        lines: number[];
                                        message: string;
                                        rows: number;
                                    }[];
                                    rows: number;
                                    samples: unknown[];
                                    splitOrders: number;
                                    unusedColumns: string[];
                                };
                                /** @constant */
                                state: "checked";
                            } | {
                                progress?: {
                                    place: {
                                        line: number;
                                        offset: number;
                                        skip: number;
                                    };
                                    totals: {
                                        bytesRead: number;
                                        dropped: {
                                            [key: string]: number;
                                        };
                                        events: number;
                                        rejected: {
                                            [key: string]: number;
                                        };
                                        rows: number;
                                    };
                                };
                                rowsPerSecond: number;
                                /** @description Milliseconds since the epoch */
                                startedAt: number;
                                /** @constant */
                                state: "running";
                            } | {
                                /** @description Milliseconds since the epoch */
                                finishedAt: number;
                                progress: {
                                    place: {
                                        line: number;
                                        offset: number;
                                        skip: number;
                                    };
                                    totals: {
                                        bytesRead: number;
                                        dropped: {
                                            [key: string]: number;
                                        };
                                        events: number;
                                        rejected: {
                                            [key: string]: number;
                                        };
                                        rows: number;
                                    };
                                };
                                rowsPerSecond: number;
                                /** @constant */
                                state: "done";
                            } | {
                                code: string;
                                detail: {
                                    [key: string]: unknown;
                                };
                                /** @description Milliseconds since the epoch */
                                failedAt: number;
                                message: string;
                                progress?: {
                                    place: {
                                        line: number;
                                        offset: number;
                                        skip: number;
                                    };
                                    totals: {
                                        bytesRead: number;
                                        dropped: {
                                            [key: string]: number;
                                        };
                                        events: number;
                                        rejected: {
                                            [key: string]: number;
                                        };
                                        rows: number;
                                    };
                                };
                                /** @constant */
                                state: "failed";
                            } | {
                                /** @description Milliseconds since the epoch */
                                cancelledAt: number;
                                progress?: {
                                    place: {
                                        line: number;
                                        offset: number;
                                        skip: number;
                                    };
                                    totals: {
                                        bytesRead: number;
                                        dropped: {
                                            [key: string]: number;
                                        };
                                        events: number;
                                        rejected: {
                                            [key: string]: number;
                                        };
                                        rows: number;
                                    };
                                };
                                /** @constant */
                                state: "cancelled";
                            };
                        }[];
                    };
                };
            };
        };
    };
    beginImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dryRun?: boolean;
                    file: string;
                    fingerprint?: string;
                    map: {
                        [key: string]: unknown;
                    };
                    sizeBytes: number;
                    source?: string;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Milliseconds since the epoch */
                        createdAt: number;
                        dryRun: boolean;
                        file: string;
                        fingerprint?: string;
                        id: string;
                        map: {
                            [key: string]: unknown;
                        };
                        sizeBytes: number;
                        source: string;
                        status: {
                            receivedBytes: number;
                            /** @constant */
                            state: "uploading";
                        } | {
                            progress?: {
                                place: {
                                    line: number;
                                    offset: number;
                                    skip: number;
                                };
                                totals: {
                                    bytesRead: number;
                                    dropped: {
                                        [key: string]: number;
                                    };
                                    events: number;
                                    rejected: {
                                        [key: string]: number;
                                    };
                                    rows: number;
                                };
                            };
                            /** @constant */
                            state: "waiting";
                        } | {
                            bytesRead: number;
                            rows: number;
                            /** @constant */
                            state: "checking";
                        } | {
                            report: {
                                absentColumns: string[];
                                columns: string[];
                                drops: {
                                    code: string;
                                    columns: string[];
                                    lines: number[];
                                    message: string;
                                    rows: number;
                                }[];
                                eventNames: {
                                    [key: string]: number;
                                };
                                events: number;
                                file: string;
                                firstTime?: string;
                                format: string;
                                isPeopleExact: boolean;
                                lastTime?: string;
                                people: number;
                                rejects: {
                                    code: string;
                                    columns: string[];
                                    lines: number[];
                                    message: string;
                                    rows: number;
                                }[];
                                rows: number;
                                samples: unknown[];
                                splitOrders: number;
                                unusedColumns: string[];
                            };
                            /** @constant */
                            state: "checked";
                        } | {
                            progress?: {
                                place: {
                                    line: number;
                                    offset: number;
                                    skip: number;
                                };
                                totals: {
                                    bytesRead: number;
                                    dropped: {
                                        [key: string]: number;
                                    };
                                    events: number;
                                    rejected: {
                                        [key: string]: number;
                                    };
                                    rows: number;
                                };
                            };
                            rowsPerSecond: number;
                            /** @description Milliseconds since the epoch */
                            startedAt: number;
                            /** @constant */
                            state: "running";
                        } | {
                            /** @description Milliseconds since the epoch */
                            finishedAt: number;
                            progress: {
                                place: {
                                    line: number;
                                    offset: number;
                                    skip: number;
                                };
                                totals: {
                                    bytesRead: number;
                                    dropped: {
                                        [key: string]: number;
                                    };
                                    events: number;
                                    rejected: {
                                        [key: string]: number;
                                    };
                                    rows: number;
                                };
                            };
                            rowsPerSecond: number;
                            /** @constant */
                            state: "done";
                        } | {
                            code: string;
                            detail: {
                                [key: string]: unknown;
                            };
                            /** @description Milliseconds since the epoch */
                            failedAt: number;
                            message: string;
                            progress?: {
                                place: {
                                    line: number;
                                    offset: number;
                                    skip: number;
                                };
                                totals: {
                                    bytesRead: number;
                                    dropped: {
                                        [key: string]: number;
                                    };
                                    events: number;
                                    rejected: {
                                        [key: string]: number;
                                    };
                                    rows: number;
                                };
                            };
                            /** @constant */
                            state: "failed";
                        } | {
                            /** @description Milliseconds since the epoch */
                            cancelledAt: number;
                            progress?: {
                                place: {
                                    line: number;
                                    offset: number;
                                    skip: number;
                                };
                                totals: {
                                    bytesRead: number;
                                    dropped: {
                                        [key: string]: number;
                                    };
                                    events: number;
                                    rejected: {
                                        [key: string]: number;
                                    };
                                    rows: number;
                                };
                            };
                            /** @constant */
                            state: "cancelled";
                        };
                    };
                };
            };
        };
    };
    readLabels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Labels of personal data, and from whom each is hidden */
                        document: {
                            hidden: {
                                /** @description Names of labels */
                                agent: string[];
                                /** @description Names of labels */
                                analyst: string[];
                                /** @description Names of labels */
                                marketer: string[];
                                /** @description Names of labels */
                                viewer: string[];
                            };
                            labels: {
                                /** @description Of attributes, properties and context, at any depth; case, _ and - do not matter */
                                fields: string[];
                                name: string;
                                namespaces: string[];
                                /** @description No audience and no trait may ask for these fields; live ones that do are paused when this is published with force */
                                notInConditions?: boolean;
                            }[];
                        };
                        /** @description 0 while nobody published any */
                        version: number;
                    };
                };
            };
        };
    };
    readLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What follows the # of the link */
                    secret: string;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email?: string;
                        expiresAt: number;
                        name?: string;
                        purpose: "owner" | "invite" | "reset";
                    };
                };
            };
        };
    };
    redeemLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email?: string;
                    name?: string;
                    /** @description At least 12 characters, at most 200 */
                    password: string;
                    /** @description What follows the # of the link */
                    secret: string;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What the role includes */
                        permissions: ("access.read" | "access.write" | "analytics.read" | "analytics.write" | "audiences.read" | "audiences.write" | "audit.read" | "catalog.read" | "catalog.write" | "definitions.read" | "definitions.write" | "imports.read" | "imports.write" | "live.read" | "operation.read" | "people.export" | "people.read" | "people.write" | "quarantine.read" | "quarantine.write" | "settings.read" | "settings.write" | "sources.read" | "sources.write")[];
                        session: {
                            address: string;
                            /** @description ms since the epoch */
                            createdAt: number;
                            /** @description What the browser says it is */
                            device: string;
                            /** @description When it ends unless it is used before, ms since the epoch */
                            expiresAt: number;
                            id: string;
                            /** @description The one that asks */
                            isThis: boolean;
                            /** @description ms since the epoch */
                            seenAt: number;
                        };
                        user: {
                            /** @description ms since the epoch */
                            createdAt: number;
                            email: string;
                            id: string;
                            /** @description ms since the epoch */
                            lastSignInAt?: number;
                            name: string;
                            role: "admin" | "marketer" | "analyst" | "agent" | "viewer";
                            /** @description By an identity provider */
                            signsInElsewhere: boolean;
                            state: "invited" | "active" | "disabled";
                        };
                    };
                };
            };
        };
    };
    readOverview: {
        parameters: {
            query: {
                days: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ms since the epoch */
                        at: number;
                        currency: string;
                        current: {
                            events: number;
                            /** @description Placed less cancelled */
                            orders: number;
                            /** @description Who did something */
                            people: number;
                            /** @description Net of refunds, in the currency of the workspace */
                            revenue: number;
                            sessions: number;
                        };
                        days: {
                            /** @description 2026-05-03 */
                            day: string;
                            events: number;
                            /** @description Placed less cancelled */
                            orders: number;
                            /** @description Who did something */
                            people: number;
                            /** @description Net of refunds, in the currency of the workspace */
                            revenue: number;
                            sessions: number;
                        }[];
                        previous: {
                            events: number;
                            /** @description Placed less cancelled */
                            orders: number;
                            /** @description Who did something */
                            people: number;
                            /** @description Net of refunds, in the currency of the workspace */
                            revenue: number;
                            sessions: number;
                        };
                    };
                };
            };
        };
    };
    readPerson: {
        parameters: {
            query?: {
                /** @description A moment in ISO 8601, for example 2026-05-03T10:00Z */
                at?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description A person: identities, attributes, consents, purchases, sessions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addresses: {
                            [key: string]: {
                                source: string;
                                /** @description ms since the epoch */
                                time: number;
                                value: unknown;
                            };
                        };
                        attributes: {
                            [key: string]: {
                                source: string;
                                /** @description ms since the epoch */
                                time: number;
                                value: unknown;
                            };
                        };
                        /** @description The audiences that she is in */
                        audiences: {
                            [key: string]: {
                                /** @description ms since the epoch */
                                enteredAt: number;
                                /** @description live, back-fill or un-merge */
                                how: string;
                                /** @description The version by which she entered */
                                version: number;
                            };
                        };
                        consents: {
                            [key: string]: [
                                "in" | "out",
                                number,
                                string
                            ];
                        };
                        events: {
                            count: number;
                            first: number | null;
                            last: number | null;
                        };
                        id: number;
                        identities: {
                            /** @description ms since the epoch */
                            last: number;
                            namespace: string;
                            /** @description ms since the epoch */
                            since: number;
                            source: string;
                            value: string;
                            /** @description Why it is linked */
                            why: string;
                        }[];
                        /** @description Something says who she is */
                        known: boolean;
                        merges: {
                            from: number;
                            /** @description ms since the epoch */
                            time: number;
                            why: string;
                        }[];
                        purchases: {
                            count: number;
                            first: number | null;
                            last: number | null;
                            recent: {
                                /** @description Currency units */
                                amount: number;
                                cancelled: number | null;
                                channel: string;
                                currency: string;
                                id: string;
                                /** @description ms since the epoch */
                                placed: number;
                                refunded: number;
                                source: string;
                                units: number;
                            }[];
                            /** @description Net of refunds, by currency */
                            revenue: {
                                [key: string]: number;
                            };
                            units: number;
                        };
                        sessions: {
                            count: number;
                            last?: {
                                /** @description ms since the epoch */
                                end: number;
                                /** @description ms since the epoch */
                                start: number;
                            };
                        };
                        /** @description The traits that people defined, where there are any; not for moments of the past */
                        traits?: {
                            [key: string]: {
                                /** @description ms since the epoch */
                                asOf: number;
                                /** @description When it changes by itself, nothing new happening (ms) */
                                changesAt?: number;
                                /** @description The field that is measured, where one is */
                                field?: string;
                                name: string;
                                /** @description A count, a number in units, a text, texts, or a time in ms; null for nothing */
                                value: number | string | string[] | null;
                            };
                        };
                    };
                };
            };
        };
    };
    recordAct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    kind: "call";
                    minutes?: number;
                    outcome?: string;
                    topic: string;
                } | {
                    /** @constant */
                    kind: "note";
                    text: string;
                } | {
                    /** @description `any` for every channel */
                    channel: string;
                    /** @constant */
                    kind: "consent";
                    purpose: string;
                    state: "in" | "out";
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The name of the event */
                        recorded: string;
                    };
                };
            };
        };
    };
    readTimeline: {
        parameters: {
            query?: {
                /** @description time:place:derived of the last event seen */
                before?: string;
                /** @description Only of these channels */
                channel?: string[];
                limit?: number;
                name?: string[];
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: {
                            channel: string;
                            context: {
                                [key: string]: unknown;
                            };
                            /** @description Above 0: what followed from the event of this place within the program */
                            derived: number;
                            id: string;
                            identities: string[];
                            name: string;
                            place: number;
                            properties: {
                                [key: string]: unknown;
                            };
                            /** @description ms since the epoch */
                            received: number;
                            revenue: number;
                            session: number;
                            source: string;
                            /** @description ms since the epoch */
                            time: number;
                            type: string;
                        }[];
                        /** @description Give it as `before` for the next page */
                        next?: string;
                    };
                };
            };
        };
    };
    unmergePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Undo the merge that absorbed this person */
                    absorbed?: number;
                    /** @description Only show what would come of it */
                    dryRun?: boolean;
                    /** @description Identities that are somebody else’s */
                    keys?: string[];
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: {
                            addresses: {
                                [key: string]: {
                                    source: string;
                                    /** @description ms since the epoch */
                                    time: number;
                                    value: unknown;
                                };
                            };
                            attributes: {
                                [key: string]: {
                                    source: string;
                                    /** @description ms since the epoch */
                                    time: number;
                                    value: unknown;
                                };
                            };
                            /** @description The audiences that she is in */
                            audiences: {
                                [key: string]: {
                                    /** @description ms since the epoch */
                                    enteredAt: number;
                                    /** @description live, back-fill or un-merge */
                                    how: string;
                                    /** @description The version by which she entered */
                                    version: number;
                                };
                            };
                            consents: {
                                [key: string]: [
                                    "in" | "out",
                                    number,
                                    string
                                ];
                            };
                            events: {
                                count: number;
                                first: number | null;
                                last: number | null;
                            };
                            id: number;
                            identities: {
                                /** @description ms since the epoch */
                                last: number;
                                namespace: string;
                                /** @description ms since the epoch */
                                since: number;
                                source: string;
                                value: string;
                                /** @description Why it is linked */
                                why: string;
                            }[];
                            /** @description Something says who she is */
                            known: boolean;
                            merges: {
                                from: number;
                                /** @description ms since the epoch */
                                time: number;
                                why: string;
                            }[];
                            purchases: {
                                count: number;
                                first: number | null;
                                last: number | null;
                                recent: {
                                    /** @description Currency units */
                                    amount: number;
                                    cancelled: number | null;
                                    channel: string;
                                    currency: string;
                                    id: string;
                                    /** @description ms since the epoch */
                                    placed: number;
                                    refunded: number;
                                    source: string;
                                    units: number;
                                }[];
                                /** @description Net of refunds, by currency */
                                revenue: {
                                    [key: string]: number;
                                };
                                units: number;
                            };
                            sessions: {
                                count: number;
                                last?: {
                                    /** @description ms since the epoch */
                                    end: number;
                                    /** @description ms since the epoch */
                                    start: number;
                                };
                            };
                            /** @description The traits that people defined, where there are any; not for moments of the past */
                            traits?: {
                                [key: string]: {
                                    /** @description ms since the epoch */
                                    asOf: number;
                                    /** @description When it changes by itself, nothing new happening (ms) */
                                    changesAt?: number;
                                    /** @description The field that is measured, where one is */
                                    field?: string;
                                    name: string;
                                    /** @description A count, a number in units, a text, texts, or a time in ms; null for nothing */
                                    value: number | string | string[] | null;
                                };
                            };
                        }[];
                    } | {
                        after: {
                            addresses: {
                                [key: string]: {
                                    source: string;
                                    /** @description ms since the epoch */
                                    time: number;
                                    value: unknown;
                                };
                            };
                            attributes: {
                                [key: string]: {
                                    source: string;
                                    /** @description ms since the epoch */
                                    time: number;
                                    value: unknown;
                                };
                            };
                            /** @description The audiences that she is in */
                            audiences: {
                                [key: string]: {
                                    /** @description ms since the epoch */
                                    enteredAt: number;
                                    /** @description live, back-fill or un-merge */
                                    how: string;
                                    /** @description The version by which she entered */
                                    version: number;
                                };
                            };
                            consents: {
                                [key: string]: [
                                    "in" | "out",
                                    number,
                                    string
                                ];
                            };
                            events: {
                                count: number;
                                first: number | null;
                                last: number | null;
                            };
                            id: number;
                            identities: {
                                /** @description ms since the epoch */
                                last: number;
                                namespace: string;
                                /** @description ms since the epoch */
                                since: number;
                                source: string;
                                value: string;
                                /** @description Why it is linked */
                                why: string;
                            }[];
                            /** @description Something says who she is */
                            known: boolean;
                            merges: {
                                from: number;
                                /** @description ms since the epoch */
                                time: number;
                                why: string;
                            }[];
                            purchases: {
                                count: number;
                                first: number | null;
                                last: number | null;
                                recent: {
                                    /** @description Currency units */
                                    amount: number;
                                    cancelled: number | null;
                                    channel: string;
                                    currency: string;
                                    id: string;
                                    /** @description ms since the epoch */
                                    placed: number;
                                    refunded: number;
                                    source: string;
                                    units: number;
                                }[];
                                /** @description Net of refunds, by currency */
                                revenue: {
                                    [key: string]: number;
                                };
                                units: number;
                            };
                            sessions: {
                                count: number;
                                last?: {
                                    /** @description ms since the epoch */
                                    end: number;
                                    /** @description ms since the epoch */
                                    start: number;
                                };
                            };
                            /** @description The traits that people defined, where there are any; not for moments of the past */
                            traits?: {
                                [key: string]: {
                                    /** @description ms since the epoch */
                                    asOf: number;
                                    /** @description When it changes by itself, nothing new happening (ms) */
                                    changesAt?: number;
                                    /** @description The field that is measured, where one is */
                                    field?: string;
                                    name: string;
                                    /** @description A count, a number in units, a text, texts, or a time in ms; null for nothing */
                                    value: number | string | string[] | null;
                                };
                            };
                        }[];
                        before: {
                            addresses: {
                                [key: string]: {
                                    source: string;
                                    /** @description ms since the epoch */
                                    time: number;
                                    value: unknown;
                                };
                            };
                            attributes: {
                                [key: string]: {
                                    source: string;
                                    /** @description ms since the epoch */
                                    time: number;
                                    value: unknown;
                                };
                            };
                            /** @description The audiences that she is in */
                            audiences: {
                                [key: string]: {
                                    /** @description ms since the epoch */
                                    enteredAt: number;
                                    /** @description live, back-fill or un-merge */
                                    how: string;
                                    /** @description The version by which she entered */
                                    version: number;
                                };
                            };
                            consents: {
                                [key: string]: [
                                    "in" | "out",
                                    number,
                                    string
                                ];
                            };
                            events: {
                                count: number;
                                first: number | null;
                                last: number | null;
                            };
                            id: number;
                            identities: {
                                /** @description ms since the epoch */
                                last: number;
                                namespace: string;
                                /** @description ms since the epoch */
                                since: number;
                                source: string;
                                value: string;
                                /** @description Why it is linked */
                                why: string;
                            }[];
                            /** @description Something says who she is */
                            known: boolean;
                            merges: {
                                from: number;
                                /** @description ms since the epoch */
                                time: number;
                                why: string;
                            }[];
                            purchases: {
                                count: number;
                                first: number | null;
                                last: number | null;
                                recent: {
                                    /** @description Currency units */
                                    amount: number;
                                    cancelled: number | null;
                                    channel: string;
                                    currency: string;
                                    id: string;
                                    /** @description ms since the epoch */
                                    placed: number;
                                    refunded: number;
                                    source: string;
                                    units: number;
                                }[];
                                /** @description Net of refunds, by currency */
                                revenue: {
                                    [key: string]: number;
                                };
                                units: number;
                            };
                            sessions: {
                                count: number;
                                last?: {
                                    /** @description ms since the epoch */
                                    end: number;
                                    /** @description ms since the epoch */
                                    start: number;
                                };
                            };
                            /** @description The traits that people defined, where there are any; not for moments of the past */
                            traits?: {
                                [key: string]: {
                                    /** @description ms since the epoch */
                                    asOf: number;
                                    /** @description When it changes by itself, nothing new happening (ms) */
                                    changesAt?: number;
                                    /** @description The field that is measured, where one is */
                                    field?: string;
                                    name: string;
                                    /** @description A count, a number in units, a text, texts, or a time in ms; null for nothing */
                                    value: number | string | string[] | null;
                                };
                            };
                        }[];
                        possible: boolean;
                        reason?: string;
                    };
                };
            };
        };
    };
    readPeopleInShort: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: number[];
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: {
                            email: string | null;
                            id: number;
                            identityCount: number;
                            known: boolean;
                            lastSeen: number | null;
                            name: string | null;
                            orderCount: number;
                            phone: string | null;
                            /** @description Net of refunds, by currency */
                            revenue: {
                                [key: string]: number;
                            };
                        }[];
                    };
                };
            };
        };
    };
    findPersonPrivately: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description `namespace:value`, for example email:sarah@example.com */
                    identity: string;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description A person: identities, attributes, consents, purchases, sessions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addresses: {
                            [key: string]: {
                                source: string;
                                /** @description ms since the epoch */
                                time: number;
                                value: unknown;
                            };
                        };
                        attributes: {
                            [key: string]: {
                                source: string;
                                /** @description ms since the epoch */
                                time: number;
                                value: unknown;
                            };
                        };
                        /** @description The audiences that she is in */
                        audiences: {
                            [key: string]: {
                                /** @description ms since the epoch */
                                enteredAt: number;
                                /** @description live, back-fill or un-merge */
                                how: string;
                                /** @description The version by which she entered */
                                version: number;
                            };
                        };
                        consents: {
                            [key: string]: [
                                "in" | "out",
                                number,
                                string
                            ];
                        };
                        events: {
                            count: number;
                            first: number | null;
                            last: number | null;
                        };
                        id: number;
                        identities: {
                            /** @description ms since the epoch */
                            last: number;
                            namespace: string;
                            /** @description ms since the epoch */
                            since: number;
                            source: string;
                            value: string;
                            /** @description Why it is linked */
                            why: string;
                        }[];
                        /** @description Something says who she is */
                        known: boolean;
                        merges: {
                            from: number;
                            /** @description ms since the epoch */
                            time: number;
                            why: string;
                        }[];
                        purchases: {
                            count: number;
                            first: number | null;
                            last: number | null;
                            recent: {
                                /** @description Currency units */
                                amount: number;
                                cancelled: number | null;
                                channel: string;
                                currency: string;
                                id: string;
                                /** @description ms since the epoch */
                                placed: number;
                                refunded: number;
                                source: string;
                                units: number;
                            }[];
                            /** @description Net of refunds, by currency */
                            revenue: {
                                [key: string]: number;
                            };
                            units: number;
                        };
                        sessions: {
                            count: number;
                            last?: {
                                /** @description ms since the epoch */
                                end: number;
                                /** @description ms since the epoch */
                                start: number;
                            };
                        };
                        /** @description The traits that people defined, where there are any; not for moments of the past */
                        traits?: {
                            [key: string]: {
                                /** @description ms since the epoch */
                                asOf: number;
                                /** @description When it changes by itself, nothing new happening (ms) */
                                changesAt?: number;
                                /** @description The field that is measured, where one is */
                                field?: string;
                                name: string;
                                /** @description A count, a number in units, a text, texts, or a time in ms; null for nothing */
                                value: number | string | string[] | null;
                            };
                        };
                    };
                };
            };
        };
    };
    mergePeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Only show what would come of it */
                    dryRun?: boolean;
                    people: [
                        number,
                        number
                    ];
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: {
                            addresses: {
                                [key: string]: {
                                    source: string;
                                    /** @description ms since the epoch */
                                    time: number;
                                    value: unknown;
                                };
                            };
                            attributes: {
                                [key: string]: {
                                    source: string;
                                    /** @description ms since the epoch */
                                    time: number;
                                    value: unknown;
                                };
                            };
                            /** @description The audiences that she is in */
                            audiences: {
                                [key: string]: {
                                    /** @description ms since the epoch */
                                    enteredAt: number;
                                    /** @description live, back-fill or un-merge */
                                    how: string;
                                    /** @description The version by which she entered */
                                    version: number;
                                };
                            };
                            consents: {
                                [key: string]: [
                                    "in" | "out",
                                    number,
                                    string
                                ];
                            };
                            events: {
                                count: number;
                                first: number | null;
                                last: number | null;
                            };
                            id: number;
                            identities: {
                                /** @description ms since the epoch */
                                last: number;
                                namespace: string;
                                /** @description ms since the epoch */
                                since: number;
                                source: string;
                                value: string;
                                /** @description Why it is linked */
                                why: string;
                            }[];
                            /** @description Something says who she is */
                            known: boolean;
                            merges: {
                                from: number;
                                /** @description ms since the epoch */
                                time: number;
                                why: string;
                            }[];
                            purchases: {
                                count: number;
                                first: number | null;
                                last: number | null;
                                recent: {
                                    /** @description Currency units */
                                    amount: number;
                                    cancelled: number | null;
                                    channel: string;
                                    currency: string;
                                    id: string;
                                    /** @description ms since the epoch */
                                    placed: number;
                                    refunded: number;
                                    source: string;
                                    units: number;
                                }[];
                                /** @description Net of refunds, by currency */
                                revenue: {
                                    [key: string]: number;
                                };
                                units: number;
                            };
                            sessions: {
                                count: number;
                                last?: {
                                    /** @description ms since the epoch */
                                    end: number;
                                    /** @description ms since the epoch */
                                    start: number;
                                };
                            };
                            /** @description The traits that people defined, where there are any; not for moments of the past */
                            traits?: {
                                [key: string]: {
                                    /** @description ms since the epoch */
                                    asOf: number;
                                    /** @description When it changes by itself, nothing new happening (ms) */
                                    changesAt?: number;
                                    /** @description The field that is measured, where one is */
                                    field?: string;
                                    name: string;
                                    /** @description A count, a number in units, a text, texts, or a time in ms; null for nothing */
                                    value: number | string | string[] | null;
                                };
                            };
                        }[];
                    } | {
                        after: {
                            addresses: {
                                [key: string]: {
                                    source: string;
                                    /** @description ms since the epoch */
                                    time: number;
                                    value: unknown;
                                };
                            };
                            attributes: {
                                [key: string]: {
                                    source: string;
                                    /** @description ms since the epoch */
                                    time: number;
                                    value: unknown;
                                };
                            };
                            /** @description The audiences that she is in */
                            audiences: {
                                [key: string]: {
                                    /** @description ms since the epoch */
                                    enteredAt: number;
                                    /** @description live, back-fill or un-merge */
                                    how: string;
                                    /** @description The version by which she entered */
                                    version: number;
                                };
                            };
                            consents: {
                                [key: string]: [
                                    "in" | "out",
                                    number,
                                    string
                                ];
                            };
                            events: {
                                count: number;
                                first: number | null;
                                last: number | null;
                            };
                            id: number;
                            identities: {
                                /** @description ms since the epoch */
                                last: number;
                                namespace: string;
                                /** @description ms since the epoch */
                                since: number;
                                source: string;
                                value: string;
                                /** @description Why it is linked */
                                why: string;
                            }[];
                            /** @description Something says who she is */
                            known: boolean;
                            merges: {
                                from: number;
                                /** @description ms since the epoch */
                                time: number;
                                why: string;
                            }[];
                            purchases: {
                                count: number;
                                first: number | null;
                                last: number | null;
                                recent: {
                                    /** @description Currency units */
                                    amount: number;
                                    cancelled: number | null;
                                    channel: string;
                                    currency: string;
                                    id: string;
                                    /** @description ms since the epoch */
                                    placed: number;
                                    refunded: number;
                                    source: string;
                                    units: number;
                                }[];
                                /** @description Net of refunds, by currency */
                                revenue: {
                                    [key: string]: number;
                                };
                                units: number;
                            };
                            sessions: {
                                count: number;
                                last?: {
                                    /** @description ms since the epoch */
                                    end: number;
                                    /** @description ms since the epoch */
                                    start: number;
                                };
                            };
                            /** @description The traits that people defined, where there are any; not for moments of the past */
                            traits?: {
                                [key: string]: {
                                    /** @description ms since the epoch */
                                    asOf: number;
                                    /** @description When it changes by itself, nothing new happening (ms) */
                                    changesAt?: number;
                                    /** @description The field that is measured, where one is */
                                    field?: string;
                                    name: string;
                                    /** @description A count, a number in units, a text, texts, or a time in ms; null for nothing */
                                    value: number | string | string[] | null;
                                };
                            };
                        }[];
                        before: {
                            addresses: {
                                [key: string]: {
                                    source: string;
                                    /** @description ms since the epoch */
                                    time: number;
                                    value: unknown;
                                };
                            };
                            attributes: {
                                [key: string]: {
                                    source: string;
                                    /** @description ms since the epoch */
                                    time: number;
                                    value: unknown;
                                };
                            };
                            /** @description The audiences that she is in */
                            audiences: {
                                [key: string]: {
                                    /** @description ms since the epoch */
                                    enteredAt: number;
                                    /** @description live, back-fill or un-merge */
                                    how: string;
                                    /** @description The version by which she entered */
                                    version: number;
                                };
                            };
                            consents: {
                                [key: string]: [
                                    "in" | "out",
                                    number,
                                    string
                                ];
                            };
                            events: {
                                count: number;
                                first: number | null;
                                last: number | null;
                            };
                            id: number;
                            identities: {
                                /** @description ms since the epoch */
                                last: number;
                                namespace: string;
                                /** @description ms since the epoch */
                                since: number;
                                source: string;
                                value: string;
                                /** @description Why it is linked */
                                why: string;
                            }[];
                            /** @description Something says who she is */
                            known: boolean;
                            merges: {
                                from: number;
                                /** @description ms since the epoch */
                                time: number;
                                why: string;
                            }[];
                            purchases: {
                                count: number;
                                first: number | null;
                                last: number | null;
                                recent: {
                                    /** @description Currency units */
                                    amount: number;
                                    cancelled: number | null;
                                    channel: string;
                                    currency: string;
                                    id: string;
                                    /** @description ms since the epoch */
                                    placed: number;
                                    refunded: number;
                                    source: string;
                                    units: number;
                                }[];
                                /** @description Net of refunds, by currency */
                                revenue: {
                                    [key: string]: number;
                                };
                                units: number;
                            };
                            sessions: {
                                count: number;
                                last?: {
                                    /** @description ms since the epoch */
                                    end: number;
                                    /** @description ms since the epoch */
                                    start: number;
                                };
                            };
                            /** @description The traits that people defined, where there are any; not for moments of the past */
                            traits?: {
                                [key: string]: {
                                    /** @description ms since the epoch */
                                    asOf: number;
                                    /** @description When it changes by itself, nothing new happening (ms) */
                                    changesAt?: number;
                                    /** @description The field that is measured, where one is */
                                    field?: string;
                                    name: string;
                                    /** @description A count, a number in units, a text, texts, or a time in ms; null for nothing */
                                    value: number | string | string[] | null;
                                };
                            };
                        }[];
                        possible: boolean;
                        reason?: string;
                    };
                };
            };
        };
    };
    searchPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    limit?: number;
                    text: string;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: {
                            email: string | null;
                            id: number;
                            identityCount: number;
                            known: boolean;
                            lastSeen: number | null;
                            /** @description Why she was found */
                            match: {
                                kind: "identity" | "prefix" | "name" | "person";
                                /** @description The identity (namespace:value) or the name that matched */
                                value: string;
                            };
                            name: string | null;
                            orderCount: number;
                            phone: string | null;
                            /** @description Net of refunds, by currency */
                            revenue: {
                                [key: string]: number;
                            };
                        }[];
                    };
                };
            };
        };
    };
    readPurposes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Consent purposes */
                        document: {
                            purposes: {
                                /** @description On which it is asked for; `any` alone where one answer stands for all */
                                channels: string[];
                                description?: string;
                                /** @description As events name it; capitals matter */
                                key: string;
                                name: string;
                                /** @description Nobody is asked for, or contacted for, a retired one; what was said of it is kept */
                                state: "active" | "retired";
                                /** @description Name and description by language (ISO 639) */
                                translations?: {
                                    [key: string]: {
                                        description?: string;
                                        name: string;
                                    };
                                };
                                /** @description What counts for somebody who said nothing: `out` opt-in, `in` opt-out */
                                unsaid: "in" | "out";
                            }[];
                        };
                        /** @description 0 while nobody published any */
                        version: number;
                    };
                };
            };
        };
    };
    readStatedPurposes: {
        parameters: {
            query: {
                days: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        stated: {
                            channel: string;
                            /** @description Listed, active, and asked for on this channel */
                            isAskedFor: boolean;
                            /** @description ms since the epoch */
                            last: number;
                            /** @description As they stand in the warehouse: roughly */
                            people: number;
                            purpose: string;
                            statements: number;
                        }[];
                    };
                };
            };
        };
    };
    searchQuarantine: {
        parameters: {
            query: {
                /** @description Continues a page: the `next` of the one before */
                below?: string;
                limit: number;
                /** @description Code of the refusal */
                reason?: string;
                /** @description Received at or after, ms since the epoch */
                since?: number;
                /** @description Id of a source */
                source?: string;
                /** @description Received before, ms since the epoch */
                until?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: {
                            channel: string;
                            /** @description The event was too large to keep whole; a replay must bring a corrected one */
                            clipped: boolean;
                            country?: string;
                            /** @description The event with its message id and its corrected time */
                            event: unknown;
                            key: string;
                            message: string;
                            /** @description How the event is written */
                            protocol: "segment" | "native" | "import";
                            /** @description Stable code, for example event.no-identity */
                            reason: string;
                            /** @description Milliseconds since the epoch */
                            received: number;
                            /** @description Of warehouse.row-refused: the row as it was sent to the warehouse */
                            row?: string;
                            /** @description Id of the source that sent it */
                            source: string;
                        }[];
                        next?: string;
                        /** @description Entries in the whole quarantine */
                        total: number;
                    };
                };
            };
        };
    };
    removeFromQuarantine: {
        parameters: {
            query?: {
                key?: string[];
                /** @description Code of the refusal */
                reason?: string;
                /** @description Received at or after, ms since the epoch */
                since?: number;
                /** @description Id of a source */
                source?: string;
                /** @description Received before, ms since the epoch */
                until?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Call again: a call removes a bounded number */
                        more: boolean;
                        removed: number;
                    };
                };
            };
        };
    };
    replayQuarantine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    events: {
                        event?: unknown;
                        key: string;
                    }[];
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Too large to have been kept whole: send a corrected event with the key */
                        clipped: string[];
                        /** @description Not in the quarantine (any more) */
                        missing: string[];
                        replayed: string[];
                    };
                };
            };
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        roles: {
                            permissions: ("access.read" | "access.write" | "analytics.read" | "analytics.write" | "audiences.read" | "audiences.write" | "audit.read" | "catalog.read" | "catalog.write" | "definitions.read" | "definitions.write" | "imports.read" | "imports.write" | "live.read" | "operation.read" | "people.export" | "people.read" | "people.write" | "quarantine.read" | "quarantine.write" | "settings.read" | "settings.write" | "sources.read" | "sources.write")[];
                            role: "admin" | "marketer" | "analyst" | "agent" | "viewer";
                        }[];
                    };
                };
            };
        };
    };
    readSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description An identity provider to sign in at */
                        elsewhere?: {
                            /** @description Open it in the browser, with `?to=` a path */
                            path: string;
                            title: string;
                        };
                        me?: {
                            /** @description What the role includes */
                            permissions: ("access.read" | "access.write" | "analytics.read" | "analytics.write" | "audiences.read" | "audiences.write" | "audit.read" | "catalog.read" | "catalog.write" | "definitions.read" | "definitions.write" | "imports.read" | "imports.write" | "live.read" | "operation.read" | "people.export" | "people.read" | "people.write" | "quarantine.read" | "quarantine.write" | "settings.read" | "settings.write" | "sources.read" | "sources.write")[];
                            session: {
                                address: string;
                                /** @description ms since the epoch */
                                createdAt: number;
                                /** @description What the browser says it is */
                                device: string;
                                /** @description When it ends unless it is used before, ms since the epoch */
                                expiresAt: number;
                                id: string;
                                /** @description The one that asks */
                                isThis: boolean;
                                /** @description ms since the epoch */
                                seenAt: number;
                            };
                            user: {
                                /** @description ms since the epoch */
                                createdAt: number;
                                email: string;
                                id: string;
                                /** @description ms since the epoch */
                                lastSignInAt?: number;
                                name: string;
                                role: "admin" | "marketer" | "analyst" | "agent" | "viewer";
                                /** @description By an identity provider */
                                signsInElsewhere: boolean;
                                state: "invited" | "active" | "disabled";
                            };
                        };
                        /** @description unclaimed: there is no owner yet; the start printed a link that makes one */
                        state: "unclaimed" | "signed-out" | "signed-in";
                    };
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
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What the role includes */
                        permissions: ("access.read" | "access.write" | "analytics.read" | "analytics.write" | "audiences.read" | "audiences.write" | "audit.read" | "catalog.read" | "catalog.write" | "definitions.read" | "definitions.write" | "imports.read" | "imports.write" | "live.read" | "operation.read" | "people.export" | "people.read" | "people.write" | "quarantine.read" | "quarantine.write" | "settings.read" | "settings.write" | "sources.read" | "sources.write")[];
                        session: {
                            address: string;
                            /** @description ms since the epoch */
                            createdAt: number;
                            /** @description What the browser says it is */
                            device: string;
                            /** @description When it ends unless it is used before, ms since the epoch */
                            expiresAt: number;
                            id: string;
                            /** @description The one that asks */
                            isThis: boolean;
                            /** @description ms since the epoch */
                            seenAt: number;
                        };
                        user: {
                            /** @description ms since the epoch */
                            createdAt: number;
                            email: string;
                            id: string;
                            /** @description ms since the epoch */
                            lastSignInAt?: number;
                            name: string;
                            role: "admin" | "marketer" | "analyst" | "agent" | "viewer";
                            /** @description By an identity provider */
                            signsInElsewhere: boolean;
                            state: "invited" | "active" | "disabled";
                        };
                    };
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
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
                "application/json": {
                    current: string;
                    /** @description At least 12 characters, at most 200 */
                    password: string;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sessions: {
                            address: string;
                            /** @description ms since the epoch */
                            createdAt: number;
                            /** @description What the browser says it is */
                            device: string;
                            /** @description When it ends unless it is used before, ms since the epoch */
                            expiresAt: number;
                            id: string;
                            /** @description The one that asks */
                            isThis: boolean;
                            /** @description ms since the epoch */
                            seenAt: number;
                        }[];
                    };
                };
            };
        };
    };
    endSessions: {
        parameters: {
            query: {
                /** @description The one to end */
                id?: string;
                keepThis: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attributePolicy: {
                            /** @constant */
                            kind: "latest";
                        } | {
                            /** @constant */
                            kind: "source-precedence";
                            sources: string[];
                        };
                        country: string;
                        currency: string;
                        identitiesPerPersonMax: number;
                        joinPolicy: "never" | "on-authentication" | "always";
                        namespaces: {
                            form: "text" | "lower" | "email" | "phone";
                            name: string;
                            priority: number;
                            subject: "device" | "person";
                            unique: boolean;
                        }[];
                        sessionPauseMs: number;
                        timeZone: string;
                    };
                };
            };
        };
    };
    changeSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    attributePolicy: {
                        /** @constant */
                        kind: "latest";
                    } | {
                        /** @constant */
                        kind: "source-precedence";
                        sources: string[];
                    };
                    country: string;
                    currency: string;
                    identitiesPerPersonMax: number;
                    joinPolicy: "never" | "on-authentication" | "always";
                    namespaces: {
                        form: "text" | "lower" | "email" | "phone";
                        name: string;
                        priority: number;
                        subject: "device" | "person";
                        unique: boolean;
                    }[];
                    sessionPauseMs: number;
                    timeZone: string;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attributePolicy: {
                            /** @constant */
                            kind: "latest";
                        } | {
                            /** @constant */
                            kind: "source-precedence";
                            sources: string[];
                        };
                        country: string;
                        currency: string;
                        identitiesPerPersonMax: number;
                        joinPolicy: "never" | "on-authentication" | "always";
                        namespaces: {
                            form: "text" | "lower" | "email" | "phone";
                            name: string;
                            priority: number;
                            subject: "device" | "person";
                            unique: boolean;
                        }[];
                        sessionPauseMs: number;
                        timeZone: string;
                    };
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sources: {
                            channel: "web" | "app" | "store" | "order" | "call" | "catalogue" | "message" | "ad" | "system";
                            /** @description ISO 3166 alpha-2, for telephone numbers without a country code */
                            country?: string;
                            enabled: boolean;
                            /** @description Stands in every event of the source; cannot change */
                            id: string;
                            name: string;
                            /** @description What clients send; it may only collect */
                            writeKey: string;
                        }[];
                    };
                };
            };
        };
    };
    addSource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    channel: "web" | "app" | "store" | "order" | "call" | "catalogue" | "message" | "ad" | "system";
                    /** @description ISO 3166 alpha-2, for telephone numbers without a country code */
                    country?: string;
                    /** @description Stands in every event of the source; cannot change */
                    id: string;
                    name: string;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        channel: "web" | "app" | "store" | "order" | "call" | "catalogue" | "message" | "ad" | "system";
                        /** @description ISO 3166 alpha-2, for telephone numbers without a country code */
                        country?: string;
                        enabled: boolean;
                        /** @description Stands in every event of the source; cannot change */
                        id: string;
                        name: string;
                        /** @description What clients send; it may only collect */
                        writeKey: string;
                    };
                };
            };
        };
    };
    editSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Stands in every event of the source; cannot change */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description ISO 3166 alpha-2, for telephone numbers without a country code */
                    country?: string;
                    enabled?: boolean;
                    name?: string;
                    /** @description Replace the write key; the old one stops at once */
                    newWriteKey?: boolean;
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        channel: "web" | "app" | "store" | "order" | "call" | "catalogue" | "message" | "ad" | "system";
                        /** @description ISO 3166 alpha-2, for telephone numbers without a country code */
                        country?: string;
                        enabled: boolean;
                        /** @description Stands in every event of the source; cannot change */
                        id: string;
                        name: string;
                        /** @description What clients send; it may only collect */
                        writeKey: string;
                    };
                };
            };
        };
    };
    readSystem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        log: {
                            bytes: number;
                            /** @description Beyond it the oldest records leave early */
                            bytesMax: number;
                            /** @description Records older than that leave the log; history stays in the warehouse */
                            keptMs: number;
                            /** @description Kept */
                            records: number;
                        };
                        node: string;
                        /** @description ms since the epoch */
                        startedAt: number;
                        state: "embedded" | "remote";
                        version: string;
                        warehouse: "embedded" | "remote";
                    };
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tokens: {
                            /** @description ms since the epoch */
                            createdAt: number;
                            createdBy: string;
                            /** @description ms since the epoch */
                            expiresAt?: number;
                            id: string;
                            name: string;
                            role: "admin" | "marketer" | "analyst" | "agent" | "viewer";
                            scopes?: ("access.read" | "access.write" | "analytics.read" | "analytics.write" | "audiences.read" | "audiences.write" | "audit.read" | "catalog.read" | "catalog.write" | "definitions.read" | "definitions.write" | "imports.read" | "imports.write" | "live.read" | "operation.read" | "people.export" | "people.read" | "people.write" | "quarantine.read" | "quarantine.write" | "settings.read" | "settings.write" | "sources.read" | "sources.write")[];
                            /** @description ms since the epoch */
                            usedAt?: number;
                        }[];
                    };
                };
            };
        };
    };
    makeToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description ms since the epoch; without it, never */
                    expiresAt?: number;
                    /** @description What it is for */
                    name: string;
                    role: "admin" | "marketer" | "analyst" | "agent" | "viewer";
                    /** @description A part of the role */
                    scopes?: ("access.read" | "access.write" | "analytics.read" | "analytics.write" | "audiences.read" | "audiences.write" | "audit.read" | "catalog.read" | "catalog.write" | "definitions.read" | "definitions.write" | "imports.read" | "imports.write" | "live.read" | "operation.read" | "people.export" | "people.read" | "people.write" | "quarantine.read" | "quarantine.write" | "settings.read" | "settings.write" | "sources.read" | "sources.write")[];
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        token: {
                            /** @description ms since the epoch */
                            createdAt: number;
                            createdBy: string;
                            /** @description ms since the epoch */
                            expiresAt?: number;
                            id: string;
                            name: string;
                            role: "admin" | "marketer" | "analyst" | "agent" | "viewer";
                            scopes?: ("access.read" | "access.write" | "analytics.read" | "analytics.write" | "audiences.read" | "audiences.write" | "audit.read" | "catalog.read" | "catalog.write" | "definitions.read" | "definitions.write" | "imports.read" | "imports.write" | "live.read" | "operation.read" | "people.export" | "people.read" | "people.write" | "quarantine.read" | "quarantine.write" | "settings.read" | "settings.write" | "sources.read" | "sources.write")[];
                            /** @description ms since the epoch */
                            usedAt?: number;
                        };
                    };
                };
            };
        };
    };
    revokeToken: {
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
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listTraits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        traits: {
                            id: string;
                            /** @description A version waits until its past is read */
                            isReadingPast: boolean;
                            name: string;
                            /** @description draft, live, paused or archived, as it was set up */
                            state: string;
                            trait: Record<string, never> | null;
                            /** @description The version that was set up last */
                            version: number;
                            /** @description The version that values follow; null before the past of the first is read */
                            versionInForce: number | null;
                        }[];
                    };
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        users: {
                            /** @description ms since the epoch */
                            createdAt: number;
                            email: string;
                            id: string;
                            /** @description ms since the epoch */
                            lastSignInAt?: number;
                            name: string;
                            role: "admin" | "marketer" | "analyst" | "agent" | "viewer";
                            /** @description By an identity provider */
                            signsInElsewhere: boolean;
                            state: "invited" | "active" | "disabled";
                        }[];
                    };
                };
            };
        };
    };
    inviteUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    name: string;
                    role: "admin" | "marketer" | "analyst" | "agent" | "viewer";
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A link that works once; it is shown this once */
                        link: {
                            expiresAt: number;
                            /** @description Put the address of this server before it */
                            path: string;
                        };
                        user: {
                            /** @description ms since the epoch */
                            createdAt: number;
                            email: string;
                            id: string;
                            /** @description ms since the epoch */
                            lastSignInAt?: number;
                            name: string;
                            role: "admin" | "marketer" | "analyst" | "agent" | "viewer";
                            /** @description By an identity provider */
                            signsInElsewhere: boolean;
                            state: "invited" | "active" | "disabled";
                        };
                    };
                };
            };
        };
    };
    changeUser: {
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
                "application/json": {
                    /** @description false ends her sessions and links */
                    enabled?: boolean;
                    name?: string;
                    role?: "admin" | "marketer" | "analyst" | "agent" | "viewer";
                };
            };
        };
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ms since the epoch */
                        createdAt: number;
                        email: string;
                        id: string;
                        /** @description ms since the epoch */
                        lastSignInAt?: number;
                        name: string;
                        role: "admin" | "marketer" | "analyst" | "agent" | "viewer";
                        /** @description By an identity provider */
                        signsInElsewhere: boolean;
                        state: "invited" | "active" | "disabled";
                    };
                };
            };
        };
    };
    makeUserLink: {
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
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A link that works once; it is shown this once */
                        link: {
                            expiresAt: number;
                            /** @description Put the address of this server before it */
                            path: string;
                        };
                        user: {
                            /** @description ms since the epoch */
                            createdAt: number;
                            email: string;
                            id: string;
                            /** @description ms since the epoch */
                            lastSignInAt?: number;
                            name: string;
                            role: "admin" | "marketer" | "analyst" | "agent" | "viewer";
                            /** @description By an identity provider */
                            signsInElsewhere: boolean;
                            state: "invited" | "active" | "disabled";
                        };
                    };
                };
            };
        };
    };
    listUserNames: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        users: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
        };
    };
    readVocabulary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attributes: {
                            /** @description Hidden from the caller: conditions of hers may not name it */
                            isHidden: boolean;
                            /** @description What it mostly holds: the type of its tests */
                            kind: "text" | "number" | "date" | "list" | "truth";
                            path: string;
                            /** @description Least and greatest of numbers */
                            range?: number[];
                            /** @description Share of the sample that has it, 0-1 */
                            share: number;
                            /** @description Values that several of the sample have, the most frequent first */
                            values: string[];
                        }[];
                        events: {
                            /** @description In the last 90 days */
                            count: number;
                            /** @description ms since the epoch */
                            lastAt: number;
                            name: string;
                        }[];
                    };
                };
            };
        };
    };
    readEventFields: {
        parameters: {
            query: {
                event: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        context: {
                            /** @description Hidden from the caller: conditions of hers may not name it */
                            isHidden: boolean;
                            /** @description What it mostly holds: the type of its tests */
                            kind: "text" | "number" | "date" | "list" | "truth";
                            path: string;
                            /** @description Least and greatest of numbers */
                            range?: number[];
                            /** @description Share of the sample that has it, 0-1 */
                            share: number;
                            /** @description Values that several of the sample have, the most frequent first */
                            values: string[];
                        }[];
                        products: {
                            /** @description Hidden from the caller: conditions of hers may not name it */
                            isHidden: boolean;
                            /** @description What it mostly holds: the type of its tests */
                            kind: "text" | "number" | "date" | "list" | "truth";
                            path: string;
                            /** @description Least and greatest of numbers */
                            range?: number[];
                            /** @description Share of the sample that has it, 0-1 */
                            share: number;
                            /** @description Values that several of the sample have, the most frequent first */
                            values: string[];
                        }[];
                        properties: {
                            /** @description Hidden from the caller: conditions of hers may not name it */
                            isHidden: boolean;
                            /** @description What it mostly holds: the type of its tests */
                            kind: "text" | "number" | "date" | "list" | "truth";
                            path: string;
                            /** @description Least and greatest of numbers */
                            range?: number[];
                            /** @description Share of the sample that has it, 0-1 */
                            share: number;
                            /** @description Values that several of the sample have, the most frequent first */
                            values: string[];
                        }[];
                    };
                };
            };
        };
    };
    readHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Shown to those with `operation.read` */
                        checks?: {
                            [key: string]: {
                                /** @description Why it is not green; stable */
                                code?: "health.late" | "health.disk-low" | "health.fold-stopped" | "health.state-unwritable" | "health.rows-refused" | "health.entries-lost" | "health.warehouse-away" | "health.no-answer" | "health.check-failed";
                                /** @description The same in a sentence, for people */
                                reason?: string;
                                state: "green" | "yellow" | "red";
                            } & {
                                [key: string]: unknown;
                            };
                        };
                        state: "green" | "yellow" | "red";
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Shown to those with `operation.read` */
                        checks?: {
                            [key: string]: {
                                /** @description Why it is not green; stable */
                                code?: "health.late" | "health.disk-low" | "health.fold-stopped" | "health.state-unwritable" | "health.rows-refused" | "health.entries-lost" | "health.warehouse-away" | "health.no-answer" | "health.check-failed";
                                /** @description The same in a sentence, for people */
                                reason?: string;
                                state: "green" | "yellow" | "red";
                            } & {
                                [key: string]: unknown;
                            };
                        };
                        state: "green" | "yellow" | "red";
                    };
                };
            };
        };
    };
}
