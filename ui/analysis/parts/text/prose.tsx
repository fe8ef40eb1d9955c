import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** Plain words with a little shape: `# ` a heading, `- ` a list, `**bold**`, an empty line a paragraph. No HTML, no links out. */
export function Prose({ text }: { readonly text: string }): ReactNode {
  return text
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name but their place.
      <Block key={i} block={block} />
    ));
}

function Block({ block }: { readonly block: string }): ReactNode {
  const lines = block.split('\n');
  const heading = /^#+ (.*)/.exec(lines[0]!);
  if (heading)
    return (
      <>
        <Title order={3} mb={4}>
          {heading[1]}
        </Title>
        {lines.length > 1 && <Block block={lines.slice(1).join('\n')} />}
      </>
    );
  if (lines.every((line) => line.startsWith('- ')))
    return (
      <ul style={{ margin: '0 0 8px', paddingLeft: 20 }}>
        {lines.map((line) => (
          <li key={line}>
            <Inline line={line.slice(2)} />
          </li>
        ))}
      </ul>
    );
  return (
    <Text size="sm" mb={8} style={{ whiteSpace: 'pre-line' }}>
      <Inline line={block} />
    </Text>
  );
}

function Inline({ line }: { readonly line: string }): ReactNode {
  const pieces: ReactNode[] = [];
  for (const [i, piece] of line.split('**').entries())
    pieces.push(i % 2 === 1 ? <strong key={pieces.length}>{piece}</strong> : piece);
  return pieces;
}
