import ts from 'typescript';
import { isCode, isTest, parse, type Source } from './source.ts';

/** Paths (or folders, ending in a slash) that may break a rule, each with its reason. */
export type Exceptions = Readonly<Record<string, string>>;

const LINES_MAX = 250;
/** A test is a list of cases, read one at a time. */
const TEST_LINES_MAX = 500;
/** Endings of names that say nothing. */
const EMPTY_NAME = /(?:Manager|Helpers?|Utils?|Service|Impl|Data|Info)$/;

const RANDOM_CALL = /^(?:\w+\.)*(?:randomUUID|randomBytes|randomInt|getRandomValues)\(/;

/** Clocks and chance that are read instead of taken as an argument. */
export function clockFaults(sources: readonly Source[], exceptions: Exceptions): string[] {
  return eachNode(sources, exceptions, (node) => {
    const text = node.getText().replaceAll(/\s/g, '');
    if (ts.isPropertyAccessExpression(node) && (text === 'Date.now' || text === 'Math.random'))
      return `${text} is read; take it as an argument`;
    if (ts.isCallExpression(node) && RANDOM_CALL.test(text)) return 'chance is drawn; take it as an argument';
    if (ts.isNewExpression(node) && text === 'newDate()')
      return 'new Date() reads the clock; take it as an argument';
    return undefined;
  });
}

/** State that outlives a call and belongs to nobody. */
export function mutableStateFaults(sources: readonly Source[], exceptions: Exceptions): string[] {
  return eachNode(sources, exceptions, (node) => {
    if (!ts.isVariableStatement(node) || !ts.isSourceFile(node.parent)) return undefined;
    return node.declarationList.flags & ts.NodeFlags.Const
      ? undefined
      : 'a variable of the whole module; let its owner hold it';
  });
}

function eachNode(
  sources: readonly Source[],
  exceptions: Exceptions,
  judge: (node: ts.Node) => string | undefined,
): string[] {
  return sources
    .filter(({ path }) => isCode(path) && !isTest(path) && !isExcepted(path, exceptions))
    .flatMap((source) => {
      const faults: string[] = [];
      const tree = parse(source);
      const visit = (node: ts.Node): void => {
        const fault = judge(node);
        if (fault !== undefined)
          faults.push(
            `${source.path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${fault}`,
          );
        ts.forEachChild(node, visit);
      };
      visit(tree);
      return faults;
    });
}

function isExcepted(path: string, exceptions: Exceptions): boolean {
  return Object.keys(exceptions).some(
    (each) => path === each || (each.endsWith('/') && path.startsWith(each)),
  );
}

/** Default exports (a configuration file of a tool has to have one), and names that say nothing. */
export function exportFaults(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => isCode(path) && path.includes('/'))
    .flatMap((source) => {
      const name = source.path.replace(/^.*\//, '').replace(/\..*$/, '');
      const faults = EMPTY_NAME.test(
        `-${name}`.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase()),
      )
        ? [`${source.path}: the name says nothing`]
        : [];
      for (const statement of parse(source).statements) {
        const words = ts.canHaveModifiers(statement)
          ? (ts.getModifiers(statement) ?? []).map((each) => each.kind)
          : [];
        if (ts.isExportAssignment(statement) || words.includes(ts.SyntaxKind.DefaultKeyword))
          faults.push(`${source.path}: a default export`);
        if (!words.includes(ts.SyntaxKind.ExportKeyword)) continue;
        const empty = namesOf(statement).filter((each) => EMPTY_NAME.test(each));
        faults.push(...empty.map((each) => `${source.path}: the name ${each} says nothing`));
      }
      return faults;
    });
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  if (!isFunctionOrType(statement)) return [];
  return statement.name ? [statement.name.text] : [];
}

/** Files that answer more than one question, by their length. */
export function lengthFaults(sources: readonly Source[], exceptions: Exceptions): string[] {
  return sources.flatMap(({ path, text }) => {
    const lines = text.trimEnd().split('\n').length;
    const most = isTest(path) ? TEST_LINES_MAX : LINES_MAX;
    return isCode(path) && lines > most && !isExcepted(path, exceptions)
      ? [`${path}: ${lines} lines, more than ${most}`]
      : [];
  });
}

/** Exceptions that nothing needs any more, or that have no reason. */
export function staleExceptions(exceptions: Exceptions, faultsWithout: readonly string[]): string[] {
  return Object.entries(exceptions).flatMap(([path, reason]) => {
    if (reason.length < 20) return [`${path}: an exception without a reason`];
    return faultsWithout.some((fault) => fault.startsWith(path))
      ? []
      : [`${path}: an exception that nothing needs`];
  });
}

type FunctionOrType =
  | ts.FunctionDeclaration
  | ts.ClassDeclaration
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration;

/** Tells whether a statement declares a function, a class or a type. */
export function isFunctionOrType(node: ts.Node): node is FunctionOrType {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node)
  );
}
