import { posix } from 'node:path';
import ts from 'typescript';
import { isFunctionOrType } from './habits.ts';
import { parse, type Source } from './source.ts';

/** Functions and types that a door (`index.ts` of a domain) exports without a docstring where they are declared. */
export function doorFaults(sources: readonly Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const doors = sources.filter(({ path }) => /^src\/(?:(?:engine|core)\/)?[\w-]+\/index\.ts$/.test(path));
  return doors.flatMap((door) =>
    exportsOf(door.path, byPath)
      .filter(({ isBare }) => isBare)
      .map(({ name, path }) => `${path}: ${name}, which ${door.path} exports, has no docstring`),
  );
}

interface Exported {
  readonly name: string;
  readonly path: string;
  /** A function or a type without a docstring. */
  readonly isBare: boolean;
}

function exportsOf(path: string, byPath: ReadonlyMap<string, Source>): Exported[] {
  const source = byPath.get(path);
  if (!source) return [];
  return parse(source).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement)) return declared(statement, path);
    if (!statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const target = posix.normalize(`${posix.dirname(path)}/${statement.moduleSpecifier.text}`);
    const all = exportsOf(target, byPath);
    const clause = statement.exportClause;
    if (!clause || !ts.isNamedExports(clause)) return all;
    const wanted = new Set(clause.elements.map((each) => (each.propertyName ?? each.name).text));
    return all.filter(({ name }) => wanted.has(name));
  });
}

function declared(statement: ts.Statement, path: string): Exported[] {
  const words = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  if (!words.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
  if (isFunctionOrType(statement)) {
    return statement.name
      ? [{ name: statement.name.text, path, isBare: !hasDocstring(statement) && !isOfSchema(statement) }]
      : [];
  }
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.map(({ name, initializer }) => {
    const isFunction =
      initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
    return { name: name.getText(), path, isBare: isFunction && !hasDocstring(statement) };
  });
}

/** `Static<typeof XSchema>` and `(typeof XS)[number]` say nothing that the schema or list does not say. */
function isOfSchema(statement: ts.Statement): boolean {
  return (
    ts.isTypeAliasDeclaration(statement) &&
    /^(?:Static<typeof \w+>|\(typeof \w+\)\[number\])$/.test(statement.type.getText())
  );
}

function hasDocstring(node: ts.Node): boolean {
  return ts.getJSDocCommentsAndTags(node).length > 0;
}
