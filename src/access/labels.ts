import { type Static, Type } from 'typebox';
import { createMask, type FieldMask, fieldsNamedIn } from '../core/index.ts';
import type { DefinitionKind, Definitions, Finding, Others } from '../definition/index.ts';
import type { Role } from './roles.ts';

const closed = { additionalProperties: false } as const;
const Name = Type.String({ pattern: '^[a-z][a-z0-9-]{0,31}$' });
const Names = Type.Array(Name, { maxItems: 50, uniqueItems: true, description: 'Names of labels' });
const Fields = Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 500 });

/** What is what, and who may not read it. An admin reads everything. */
export const LabelsSchema = Type.Object(
  {
    labels: Type.Array(
      Type.Object(
        {
          name: Name,
          namespaces: Fields,
          fields: Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
            maxItems: 500,
            description: 'Of attributes, properties and context, at any depth; case, _ and - do not matter',
          }),
          notInConditions: Type.Optional(
            Type.Boolean({
              description:
                'No audience and no trait may ask for these fields; live ones that do are paused when this is published with force',
            }),
          ),
        },
        closed,
      ),
      { maxItems: 50 },
    ),
    hidden: Type.Object({ marketer: Names, analyst: Names, agent: Names, viewer: Names }, closed),
  },
  { ...closed, description: 'Labels of personal data, and from whom each is hidden' },
);
type Labels = Static<typeof LabelsSchema>;

/** What holds until somebody publishes other labels. */
export const DEFAULT_LABELS: Labels = {
  labels: [
    {
      name: 'contact',
      namespaces: ['email', 'phone', 'push'],
      fields: [
        'address',
        'billing_address',
        'email',
        'email_address',
        'ip',
        'mobile',
        'phone',
        'phone_number',
        'push_token',
        'shipping_address',
        'street',
        'telephone',
      ],
    },
    {
      name: 'sensitive',
      namespaces: [],
      fields: ['birth_date', 'birthday', 'date_of_birth', 'gender', 'health', 'income', 'religion'],
    },
  ],
  hidden: { marketer: [], analyst: ['contact'], agent: [], viewer: ['contact', 'sensitive'] },
};

/** Labels and masks of the workspace. There is one document of it. */
export const labelsKind: DefinitionKind = {
  id: 'labels',
  title: 'Labels and masks',
  schema: LabelsSchema,
  isSingle: true,
  check(document) {
    const { labels, hidden } = document as Labels;
    const names = new Set(labels.map(({ name }) => name));
    return Object.entries(hidden).flatMap(([role, wanted]) =>
      wanted
        .filter((name) => !names.has(name))
        .map((name) => ({
          severity: 'error' as const,
          code: 'labels.unknown',
          pointer: `/hidden/${role}`,
          message: `There is no label ${name}; add it to the labels.`,
        })),
    );
  },
};

/**
 * What is wrong with a document whose conditions name fields that none may: each place, with the label. For the `check` of kinds
 * that hold conditions; they list `labels` in `looksAt`.
 */
export function labelFindings(document: unknown, others: Pick<Others, 'document'>): Finding[] {
  const { labels } = (others.document('labels') as Labels | undefined) ?? DEFAULT_LABELS;
  const barred = labels.flatMap(({ name, fields, notInConditions }) => {
    const mask = notInConditions ? createMask({ namespaces: [], fields }) : undefined;
    return mask ? [{ name, mask }] : [];
  });
  if (barred.length === 0) return [];
  return [...fieldsNamedIn(document)].flatMap(({ path, pointer }) => {
    const label = barred.find(({ mask }) => path.split('.').some(mask.hidesField));
    if (!label) return [];
    const message = `“${path}” has the label “${label.name}”, and no condition may ask for that; take it out.`;
    return [{ severity: 'error' as const, code: 'labels.not-in-conditions', pointer, message }];
  });
}

/** What a role may not read, as the labels are now; undefined when that is nothing. */
export type MaskOf = (role: Role) => FieldMask | undefined;

/** Follows the labels of the workspace. */
export function createMasks(definitions: Pick<Definitions, 'get'>): MaskOf {
  let made: { readonly labels: Labels; readonly masks: Map<Role, FieldMask | undefined> } | undefined;
  return (role) => {
    if (role === 'admin') return undefined;
    const labels = (definitions.get('labels') as Labels | undefined) ?? DEFAULT_LABELS;
    if (made?.labels !== labels) made = { labels, masks: new Map() };
    const { masks } = made;
    if (!masks.has(role)) masks.set(role, maskFor(labels, role));
    return masks.get(role);
  };
}

function maskFor({ labels, hidden }: Labels, role: Exclude<Role, 'admin'>): FieldMask | undefined {
  const names = new Set(hidden[role]);
  const meant = labels.filter(({ name }) => names.has(name));
  return createMask({
    namespaces: meant.flatMap(({ namespaces }) => namespaces),
    fields: meant.flatMap(({ fields }) => fields),
  });
}
