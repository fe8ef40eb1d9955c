import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import type { Permission } from '../core/index.ts';
import type { Finding } from './finding.ts';
import { misfits } from './misfits.ts';

/** What the check of a document may look at besides the document. */
export interface Others {
  /** The document of another definition, where it is live (in a preflight: where it would be). */
  document(key: string): unknown;
  /** The names of attributes that people have; undefined where they are not known. */
  readonly attributes?: ReadonlySet<string> | undefined;
}

/** A kind of definition: what its documents look like, what can be wrong with them, and what they build on. */
export interface DefinitionKind {
  /** The first part of its keys. */
  readonly id: string;
  readonly title: string;
  /** The shape of a document; it draws the form. */
  readonly schema: TSchema;
  /** There is only one of it, whose key is the id of the kind. */
  readonly isSingle?: boolean;
  /** What changing one needs, beside `definitions.write`; `settings.write` where nothing is said. */
  readonly permission?: Permission;
  /** What else is wrong with a document that fits the schema. Pure: the fold asks it too. */
  check?(document: unknown, others: Others, id: string): readonly Finding[];
  /** Keys of the definitions without which this document means nothing. Pure. */
  dependsOn?(document: unknown): readonly string[];
  /** Keys of definitions that its check looks at where they are, though no document builds on them: a change of one has all checked anew. */
  readonly looksAt?: readonly string[];
  /** Parts of a document that never leave the workspace. */
  readonly secrets?: {
    conceal(document: unknown): unknown;
    /** Puts the secrets of the present document into one that came without them, or makes new ones. */
    complete(document: unknown, present: unknown): unknown;
  };
}

/** The kinds of a program. */
export interface Kinds {
  get(id: string): DefinitionKind | undefined;
  list(): readonly DefinitionKind[];
  /** Everything that is wrong with a document of this key by itself and beside others. */
  check(key: string, document: unknown, others: Others): Finding[];
  /** What the document builds on; nothing where the kind is not known or the document does not fit its schema. */
  dependsOn(key: string, document: unknown): readonly string[];
}

const FINDINGS_MAX = 50;

/** Collects the kinds of a program. Kinds that nobody registered are kept as they come, unchecked. */
export function createKinds(kinds: readonly DefinitionKind[]): Kinds {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]));
  const validators = new Map<string, Validator>();
  const fits = (kind: DefinitionKind): Validator => {
    const known = validators.get(kind.id) ?? Compile(kind.schema);
    validators.set(kind.id, known);
    return known;
  };
  return {
    get: (id) => byId.get(id),
    list: () => [...byId.values()],
    check(key, document, others) {
      const kind = byId.get(kindOf(key));
      if (!kind) return [];
      const validator = fits(kind);
      if (!validator.Check(document)) return misfitsOf(kind, validator, document);
      return [...(kind.check?.(document, others, idOf(key)) ?? [])].slice(0, FINDINGS_MAX);
    },
    dependsOn(key, document) {
      const kind = byId.get(kindOf(key));
      return kind?.dependsOn && fits(kind).Check(document) ? kind.dependsOn(document) : [];
    },
  };
}

/** The kind of a key such as `audience/lapsed`, or of `settings`, of which there is one. */
export function kindOf(key: string): string {
  const end = key.indexOf('/');
  return end < 0 ? key : key.slice(0, end);
}

/** The id within its kind; the single one of a kind has the id of the kind. */
export function idOf(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}

/** What a schema says that sentences do not put into words is told as the validator has it. */
function misfitsOf(kind: DefinitionKind, validator: Validator, document: unknown): Finding[] {
  const said = misfits(kind.schema, document);
  if (said.length > 0) return said;
  return validator
    .Errors(document)
    .slice(0, FINDINGS_MAX)
    .map(({ instancePath, message }) => ({
      severity: 'error',
      code: 'document.misfit',
      pointer: instancePath,
      message: `This does not fit: it ${message}.`,
    }));
}
