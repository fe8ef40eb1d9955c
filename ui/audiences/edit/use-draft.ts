import { useState } from 'react';
import { isSame } from '../../conditions/model/json.ts';
import { type History, useHistory } from '../../conditions/use-history.ts';
import type { AudienceDoc } from './document.ts';
import type { Standing } from './queries.ts';

/** The document that is worked on, against what is saved. */
export interface Draft {
  readonly document: AudienceDoc;
  /** The version that it was made from; 0 for an audience that there is not yet. */
  readonly version: number;
  readonly isUnsaved: boolean;
  readonly history: History<AudienceDoc>;
  change(document: AudienceDoc): void;
  /** What is on screen is what the server has, under a newer version. */
  saved(version: number, document: AudienceDoc): void;
  /** Edits go on from another version: that of somebody who was quicker. */
  rebase(version: number): void;
  /** Forgets what was not saved. */
  revert(): void;
  /** Begins anew with another document. */
  reset(version: number, document: AudienceDoc): void;
}

/** Holds the document that is worked on. */
export function useDraft(standing: Standing | null, fresh: AudienceDoc): Draft {
  const [base, setBase] = useState(() => {
    const document = standing?.draft ?? standing?.live ?? fresh;
    return { version: standing?.version ?? 0, document };
  });
  const [document, setDocument] = useState(base.document);
  const history = useHistory(document, setDocument);
  return {
    document,
    version: base.version,
    isUnsaved: !isSame(document, base.document),
    history,
    change: history.change,
    saved: (version, saved) => setBase({ version, document: saved }),
    rebase: (version) => setBase((before) => ({ ...before, version })),
    revert: () => history.change(base.document),
    reset(version, other) {
      setBase({ version, document: other });
      setDocument(other);
    },
  };
}
