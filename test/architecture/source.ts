import { readdirSync, readFileSync } from 'node:fs';
import { posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A file of the repository: its path from the root, with slashes, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Folders that are installed, built or filled by running. */
const NOT_OURS = new Set(['.git', 'node_modules', 'data', 'dist', 'coverage', 'test-results', 'out']);
const BINARY = /\.(png|jpe?g|gif|ico|woff2?|gz|zip|parquet|wasm|bin)$/;

/** Every text file of the repository, in the order of their paths. */
export function readRepository(): Source[] {
  const files = readdirSync(ROOT, { withFileTypes: true, recursive: false }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    return entry.isDirectory()
      ? filesBelow(`${ROOT}/${entry.name}`)
      : entry.isFile()
        ? [`${ROOT}/${entry.name}`]
        : [];
  });
  return files
    .map((file) => relative(ROOT, file).split(sep).join('/'))
    .filter((path) => !BINARY.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(`${ROOT}/${path}`, 'utf8') }));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
  });
}

/** Tells whether a file is there for tests only. They may read clocks and import in any direction, but through doors. */
export function isTest(path: string): boolean {
  return (
    /\.(test|contract|fixture)\.tsx?$/.test(path) || path.startsWith('test/') || path.startsWith('bench/')
  );
}

/** Tells whether a file is TypeScript. */
export function isCode(path: string): boolean {
  return /\.tsx?$/.test(path);
}

/** The syntax tree of a file; parsed once per text. */
export function parse(source: Source): ts.SourceFile {
  const known = trees.get(source);
  if (known) return known;
  const tree = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.ES2023, true);
  trees.set(source, tree);
  return tree;
}
const trees = new WeakMap<Source, ts.SourceFile>();

/** An import or re-export of another file of ours: where it stands and the path that it names. */
export interface Import {
  readonly line: number;
  readonly target: string;
}

/** The relative imports of a file: static, dynamic, types and re-exports. */
export function importsOf(source: Source): Import[] {
  const tree = parse(source);
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier) || !specifier.text.startsWith('.')) return;
    const target = posix.normalize(`${posix.dirname(source.path)}/${specifier.text}`);
    found.push({ line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, target });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node, node.moduleSpecifier);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node, node.arguments[0]);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node, node.argument.literal);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
