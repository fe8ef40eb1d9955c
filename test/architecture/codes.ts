import ts from 'typescript';
import { isCode, isTest, parse, type Source } from './source.ts';

/** docs/problems.md: every code that the API can refuse with. Written anew by `npx vitest run test/architecture.test.ts -u`. */
export function problemsDocument(sources: readonly Source[]): string {
  const rows = [...refusalsIn(sources)].map(([code, { statuses, message }]) => {
    return `| \`${code}\` | ${[...statuses].sort().join(', ')} | ${message.replaceAll('|', '\\|')} |`;
  });
  return `${INTRODUCTION}${rows.join('\n')}\n`;
}

const INTRODUCTION = `# Problems

Every error is answered as \`application/problem+json\` (RFC 9457): \`type\` (\`urn:rapport:problem:<code>\`), \`title\`, \`status\`, \`detail\`, \`code\`, \`requestId\`, and what else helps: limits, ids, and for a body that does not fit its schema the places as JSON pointers in \`errors\`. With 429 and 503 \`Retry-After\` says when to come back. Codes are stable; the words may change.

This list is made from the code. An ellipsis stands for what is filled in.

| code | status | what it says |
|---|---|---|
`;

interface Refused {
  readonly statuses: Set<string>;
  readonly message: string;
}

/** Every `refusal('code', status, message)` and `new Refusal(…)` outside tests, by code, in alphabetical order. */
function refusalsIn(sources: readonly Source[]): Map<string, Refused> {
  const found = new Map<string, Refused>();
  const visit = (node: ts.Node): void => {
    if (
      (ts.isCallExpression(node) && node.expression.getText() === 'refusal') ||
      (ts.isNewExpression(node) && node.expression.getText() === 'Refusal')
    ) {
      const [code, status, message] = node.arguments ?? [];
      if (code && ts.isStringLiteralLike(code) && status && ts.isNumericLiteral(status)) {
        const known = found.get(code.text) ?? { statuses: new Set(), message: wordsOf(message) };
        known.statuses.add(status.text);
        found.set(code.text, known);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const source of sources)
    if (isCode(source.path) && source.path.startsWith('src/') && !isTest(source.path)) visit(parse(source));
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The text of a message, with an ellipsis for what is filled in. */
function wordsOf(message: ts.Node | undefined): string {
  if (!message) return '';
  if (ts.isStringLiteralLike(message)) return message.text;
  if (ts.isTemplateExpression(message))
    return message.head.text + message.templateSpans.map((span) => `…${span.literal.text}`).join('');
  if (ts.isBinaryExpression(message)) return wordsOf(message.left) + wordsOf(message.right);
  return '…';
}
