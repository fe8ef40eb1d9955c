import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Words } from '../language/dictionaries.ts';
import type { Format } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import type { About } from './api-types.ts';
import type { Asked, Look } from './document.ts';
import type { Component } from './model/component.ts';
import type { Names } from './model/names.ts';

/** A number that was clicked, and what can be done with it. The frame shows the menu. */
export interface Opened {
  /** What it is, as the menu says it: `E-mail · Orders`. */
  readonly name: string;
  /** As it is written on the page. */
  readonly value: string;
  /** How `POST /api/analytics/<question>/people` names the number; without it there are no people to see. */
  readonly cell?: object;
  /** The question that knows the cell, and with what it is asked, where that is not the part's own. */
  readonly question?: { readonly id: string; readonly query: object };
  /** There are people behind it, but no single events. */
  readonly isWithoutEvents?: boolean;
  /** The rows it stands for: what is kept when somebody filters to it; leaving out turns it round. */
  readonly filter?: { readonly dimension: string; readonly value: string };
  /** Breaks it down by a dimension, within the chart. */
  readonly onBreakDown?: (dimension: string) => void;
  /** Whatever else the kind offers. */
  readonly more?: readonly { readonly label: string; readonly onClick: () => void }[];
}

/** What the drawing of a part is given. */
export interface PartViewProps<Query extends object, Answer> {
  /** The query that the answer answers, as the document keeps it, without what is inherited. */
  readonly query: Query;
  readonly answer: Answer;
  readonly about: About;
  /** With what it was asked in the end. */
  readonly asked: Asked;
  readonly look: Look;
  /** Names the part within the page: for ids of SVG and the like. */
  readonly id: string;
  /** To look at only: a shared view, or a reader who may not change things. Then nothing that edits is shown. */
  readonly isFixed: boolean;
  /**
   * Changes the query in the draft; the answer follows. Editing happens in the chart, so this is for its own "+" and menus. The
   * change is given the query of now, which may be newer than the one that is drawn.
   */
  readonly onQuery: (change: (query: Query) => Query) => void;
  readonly onLook: (look: Look) => void;
  /** Somebody clicked a number. */
  readonly onOpen: (opened: Opened, anchor: Element) => void;
  /** Asks more of the same scope, e.g. the next page: the answer to another query of the part's question. */
  readonly ask: (query: Query, signal?: AbortSignal) => Promise<Answer>;
}

/** What stands in place of the drawing is given, while the query cannot be asked. */
export type SetupProps<Query extends object> = Pick<
  PartViewProps<Query, unknown>,
  'query' | 'asked' | 'isFixed' | 'id' | 'onQuery'
>;

/** In what words the title and the caption of a part are written. */
export interface Reading {
  readonly words: Words;
  readonly format: Format;
  readonly language: Language;
  /** Titles of dimensions, metrics, segments and audiences by id. */
  readonly names: Names;
  /** The days of the range, in words: `24 Oct – 22 Nov 2026`. */
  readonly range: string;
}

/** A new part begins with what is usual, or with a component that was dropped. */
export interface PartStart {
  readonly component?: Component;
}

/**
 * A kind of part: how one kind of answer is drawn, edited and said. A kind is a file, `parts/<id>/kind.ts`, listed in part-kinds.ts;
 * its drawing is beside it and is loaded when the first one shows.
 */
export interface PartKind<Query extends object, Answer> {
  /** The `view` of a part in the document. */
  readonly id: string;
  /** The question it asks: `POST /api/analytics/<question>`. */
  readonly question: string;
  readonly title: (words: Words) => string;
  readonly icon: Icon;
  /** Columns of twelve that a new one takes. */
  readonly width: number;
  /** Pixels that the drawing usually takes: room for it until it is there. */
  readonly height: number;
  /** A query without a range: that of the panel counts. */
  readonly newQuery: (start: PartStart) => Query;
  /** Whether the query can be asked already; until then `Setup` stands in place of the drawing. */
  readonly isReady?: (query: Query) => boolean;
  /** What the query still lacks, to be picked or dropped, e.g. the first touchpoint. */
  readonly Setup?: ComponentType<SetupProps<Query>>;
  /** What the drawing shows when there is nothing to draw; the frame says so in words. */
  readonly isEmpty?: (answer: Answer) => boolean;
  /** `lazy(() => import('./view.tsx').then(({ View }) => ({ default: View })))` */
  readonly View: ComponentType<PartViewProps<Query, Answer>>;
  /** The name of a part that nobody named. */
  readonly name?: (reading: Reading, query: Query) => string;
  /** One sentence under the drawing that states the rule and the finding. */
  readonly caption: (reading: Reading, query: Query, answer: Answer) => string;
  /** Rows with their header, for kinds whose question has no export by the server. */
  readonly csv?: (
    reading: Reading,
    query: Query,
    answer: Answer,
  ) => readonly (readonly (string | number | null)[])[];
  /** What a component dropped on the drawing, outside of places of its own, makes of the query; undefined where it fits nowhere. */
  readonly drop?: (query: Query, component: Component) => Query | undefined;
}

/** A kind of part whose query and answer only it knows. */
export type AnyPartKind = PartKind<Record<string, unknown>, unknown>;

/** Lists a kind among others. Its own query and answer are those that the server described; documents are checked there. */
export function partKind<Query extends object, Answer>(kind: PartKind<Query, Answer>): AnyPartKind {
  return kind as unknown as AnyPartKind;
}
