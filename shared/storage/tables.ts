/** An attribute that is part of a key: `S` text, `N` number. */
export type KeyAttribute = { readonly name: string; readonly type: 'S' | 'N' };

export type IndexDeclaration = {
  readonly name: string;
  readonly partitionKey: KeyAttribute;
  readonly sortKey: KeyAttribute;
  /** The keys only, or the keys and these attributes: what a list page shows, so that it reads nothing else. */
  readonly projection: 'keys-only' | readonly string[];
};

/**
 * A table as both the local engine and the cloud stack create it. An index holds only items that carry
 * both of its key attributes, so leaving one out of an item takes it off the list.
 */
export type TableDeclaration = {
  readonly name: string;
  readonly partitionKey: KeyAttribute;
  readonly sortKey: KeyAttribute;
  /** Epoch seconds after which the item may be swept at any later time; readers filter on it themselves. */
  readonly expiryAttribute?: string;
  readonly indexes: readonly IndexDeclaration[];
};

/** Current state: heads, revisions, drafts, enterprises, premises, funds, programmes, locks, inbox. */
export const registryTable = {
  name: 'Registry',
  partitionKey: { name: 'pk', type: 'S' },
  sortKey: { name: 'sk', type: 'S' },
  expiryAttribute: 'expires',
  indexes: [
    {
      name: 'worklist',
      partitionKey: { name: 'office', type: 'S' },
      sortKey: { name: 'due', type: 'S' },
      projection: [
        'caseId',
        'programme',
        'enterpriseName',
        'town',
        'status',
        'stage',
        'version',
        'officer',
        'expedited',
        'submittedAt',
      ],
    },
    {
      // What has an appointment: cases and forgotten drafts with the clock, messages with the notifier. Both of its
      // attributes are left out where nothing is to come, and it is rewritten only when the appointment changes.
      name: 'agenda',
      partitionKey: { name: 'agenda', type: 'S' },
      sortKey: { name: 'wake', type: 'S' },
      projection: 'keys-only',
    },
  ],
} as const satisfies TableDeclaration;

/** Events, append-only; `order` runs through all cases of a day, for the sealer and the auditor. */
export const journalTable = {
  name: 'Journal',
  partitionKey: { name: 'pk', type: 'S' },
  sortKey: { name: 'seq', type: 'N' },
  indexes: [
    {
      name: 'byDay',
      partitionKey: { name: 'day', type: 'S' },
      sortKey: { name: 'order', type: 'S' },
      projection: 'keys-only',
    },
  ],
} as const satisfies TableDeclaration;

export const tableDeclarations: readonly TableDeclaration[] = [registryTable, journalTable];
