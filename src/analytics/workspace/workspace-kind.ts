import { Compile, type Validator } from 'typebox/compile';
import type { DefinitionKind, Finding } from '../../definition/index.ts';
import { QUESTIONS } from '../questions.ts';
import { Annotation, SharedView, Workspace } from './document.ts';
import { questionsOf } from './query-of.ts';

/** The kind of definition that a workspace of analytics is. Its questions are held to their schemas before it goes live. */
export function workspaceKind(): DefinitionKind {
  const validators = new Map<string, Validator>();
  return {
    id: 'workspace',
    title: 'Workspace',
    permission: 'analytics.write',
    schema: Workspace,
    check(document): readonly Finding[] {
      return questionsOf(document as Workspace).flatMap(({ question, query, pointer }): Finding[] => {
        const kind = QUESTIONS.find(({ id }) => id === question);
        if (!kind)
          return [
            {
              severity: 'error',
              code: 'workspace.unknown-question',
              pointer: `${pointer}/question`,
              message: `There is no kind of question “${question}”.`,
            },
          ];
        const validator = validators.get(question) ?? Compile(kind.query);
        validators.set(question, validator);
        if (validator.Check(query)) return [];
        const [first] = validator.Errors(query);
        return [
          {
            severity: 'error',
            code: 'workspace.bad-query',
            pointer: `${pointer}/query${first?.instancePath ?? ''}`,
            message: `The question cannot be asked: it ${first?.message ?? 'does not fit its schema'}.`,
          },
        ];
      });
    },
  };
}

/** The kind of definition that an annotation is. */
export const annotationKind: DefinitionKind = {
  id: 'annotation',
  title: 'Annotation',
  permission: 'analytics.write',
  schema: Annotation,
};

/** The kind of definition that a view shared by a link is. Its id is the hash of the secret in the link. */
export const sharedViewKind: DefinitionKind = {
  id: 'shared-view',
  title: 'Shared view',
  permission: 'analytics.write',
  schema: SharedView,
};
