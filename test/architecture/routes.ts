import ts from 'typescript';
import { isCode, isTest, parse, type Source } from './source.ts';

const METHODS = new Set(['get', 'put', 'post', 'patch', 'delete', 'options', 'all']);

/** Routes whose options do not say what they ask of their caller. The server refuses them at its start too. */
export function routeFaults(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => isCode(path) && path.startsWith('src/') && !isTest(path))
    .flatMap((source) => {
      const faults: string[] = [];
      const tree = parse(source);
      const visit = (node: ts.Node): void => {
        const path = routeOf(node);
        if (path !== undefined) {
          const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
          faults.push(`${source.path}:${line}: the route ${path} has no config: { permission: '…' }`);
        }
        ts.forEachChild(node, visit);
      };
      visit(tree);
      return faults;
    });
}

/** The path of a call that adds a route without saying its permission. */
function routeOf(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const [path, options] = node.arguments;
  if (!METHODS.has(node.expression.name.text) || path === undefined || options === undefined)
    return undefined;
  const text = ts.isStringLiteralLike(path) ? path.text : ts.isTemplateExpression(path) ? path.head.text : '';
  if (!text.startsWith('/')) return undefined;
  if (ts.isFunctionLike(options)) return text;
  // Options that are put together elsewhere are looked at by the server alone.
  if (!ts.isObjectLiteralExpression(options)) return undefined;
  const says = options.properties.some(
    (property) => ts.isSpreadAssignment(property) || property.name?.getText() === 'config',
  );
  return says ? undefined : text;
}
