import { type SankeyLink, type SankeyNode, sankey, sankeyLinkHorizontal } from 'd3-sankey';
import type { FlowAnswer } from './query.ts';

/** What a node stands for: values, the end of ways, or their begin. */
export type NodeKind = 'value' | 'exit' | 'entry';

/** A box of the drawing. */
export interface FlowNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly step: number;
  /** null: all other values of the step together. */
  readonly value: string | null;
  readonly valueCount: number;
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A band of the drawing. */
export interface FlowLink {
  readonly id: string;
  readonly isExit: boolean;
  readonly step: number;
  readonly from: string | null;
  /** undefined: the way ends. */
  readonly to: string | null | undefined;
  readonly count: number;
  readonly path: string;
  readonly thickness: number;
}

export interface FlowLayout {
  readonly steps: readonly { readonly step: number; readonly x: number }[];
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}

export type Measure = 'paths' | 'people';

interface Box {
  readonly id: string;
  readonly kind: NodeKind;
  readonly step: number;
  /** The layout reckons a number `value` of its own. */
  readonly text: string | null;
  readonly valueCount: number;
  readonly count: number;
  readonly order: number;
}
interface Band {
  readonly isExit: boolean;
  readonly step: number;
  readonly from: string | null;
  readonly to: string | null | undefined;
}
type Laid = SankeyNode<Box, Band>;
type LaidLink = SankeyLink<Box, Band>;

const NODE_WIDTH = 12;
/** Labels of 24 px stand beside the thinnest nodes without touching. */
const PADDING = 26;
/** Exits stand below all values of their step, others together above them. */
const ORDER = { value: 0, rest: 1e6, entry: 2e6, exit: 3e6 } as const;

/**
 * Where everything stands. A column is a step: a node of step 2 that nobody came to from what is shown still stands in column 2, which
 * no layout by links alone would do.
 */
export function layoutOf(
  answer: FlowAnswer,
  size: { width: number; height: number },
  measure: Measure,
): FlowLayout {
  const { boxes, bands } = graphOf(answer, measure);
  const steps = answer.steps.map(({ step }) => step);
  const columns = Math.max(1, steps.length);
  const first = steps[0] ?? 0;
  if (boxes.length === 0) return { steps: [], nodes: [], links: [] };
  // Labels stand right of their boxes, so the last column needs room.
  const labels = Math.min(150, size.width / (columns + 1));
  const layout = sankey<Box, Band>()
    .nodeId(({ id }) => id)
    .nodeAlign((node) => node.step - first)
    .nodeSort((a, b) => a.order - b.order)
    .nodeWidth(NODE_WIDTH)
    .nodePadding(PADDING)
    .extent([
      [1, 12],
      [Math.max(columns * 60, size.width - labels), size.height - 14],
    ]);
  const graph = layout({
    nodes: boxes.map((box) => ({ ...box })),
    links: bands.map((band) => ({ ...band })),
  });
  const draw = sankeyLinkHorizontal<Box, Band>();
  const nodes = graph.nodes.map(boxOf);
  const width = Math.max(columns * 60, size.width - labels) - NODE_WIDTH - 1;
  return {
    steps: steps.map((step, i) => ({ step, x: columns > 1 ? 1 + (i * width) / (columns - 1) : 1 })),
    nodes,
    links: graph.links.map((link: LaidLink, i) => ({
      id: String(i),
      isExit: link.isExit,
      step: link.step,
      from: link.from,
      to: link.to,
      count: link.value,
      path: draw(link) ?? '',
      thickness: Math.max(1, link.width ?? 1),
    })),
  };
}

function boxOf({ id, kind, step, text, valueCount, count, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }: Laid): FlowNode {
  return {
    id,
    kind,
    step,
    value: text,
    valueCount,
    count,
    x: x0,
    y: y0,
    width: x1 - x0,
    height: Math.max(2, y1 - y0),
  };
}

const idOf = (step: number, value: string | null): string => `${step}:${value === null ? '*' : `=${value}`}`;

/** Nodes and links with exits and entries as nodes of their own, where there is a column for them. */
function graphOf(
  answer: FlowAnswer,
  measure: Measure,
): { boxes: Box[]; bands: (Band & { source: string; target: string; value: number })[] } {
  const steps = new Set(answer.steps.map(({ step }) => step));
  const boxes: Box[] = [];
  const bands: (Band & { source: string; target: string; value: number })[] = [];
  const ends = (kind: 'exit' | 'entry', step: number, count: number): string => {
    const id = `${step}:${kind}`;
    const known = boxes.find((box) => box.id === id);
    if (known) Object.assign(known, { count: known.count + count });
    else boxes.push({ id, kind, step, text: null, valueCount: 0, count, order: ORDER[kind] });
    return id;
  };
  for (const { step, nodes } of answer.steps)
    nodes.forEach((node, i) => {
      const { value, valueCount } = node;
      const id = idOf(step, value);
      const order = value === null ? ORDER.rest : i;
      boxes.push({ id, kind: 'value', step, text: value, valueCount, count: node[measure], order });
      // Exits and entries are counted by ways alone, so they are drawn where ways are.
      if (measure === 'paths' && node.exits > 0 && steps.has(step + 1))
        bands.push({
          source: id,
          target: ends('exit', step + 1, node.exits),
          value: node.exits,
          isExit: true,
          step,
          from: value,
          to: undefined,
        });
      if (measure === 'paths' && node.entries > 0 && steps.has(step - 1))
        bands.push({
          source: ends('entry', step - 1, node.entries),
          target: id,
          value: node.entries,
          isExit: false,
          step: step - 1,
          from: null,
          to: value,
        });
    });
  const known = new Set(boxes.map(({ id }) => id));
  for (const link of answer.links) {
    const [source, target] = [idOf(link.step, link.from), idOf(link.step + 1, link.to)];
    if (known.has(source) && known.has(target))
      bands.push({
        source,
        target,
        value: link[measure],
        isExit: false,
        step: link.step,
        from: link.from,
        to: link.to,
      });
  }
  return { boxes, bands };
}
