import type { CatalogueProduct } from '../core/condition/index.ts';
import type { Change, State } from '../engine/state/index.ts';

const PREFIX = 'was/';
const PLACE_DIGITS = 16;
const PAGE = 5_000;

/** What conditions saw of a product before the change at a place. */
interface PastView {
  readonly place: number;
  readonly product: string;
  readonly view: CatalogueProduct | undefined;
}

/**
 * What products were before the latest changes: as far back as people are folded again after a death. The catalogue is stored as of
 * the last commit; somebody whose record is older is asked again by the products of back then.
 */
export class PastViews {
  /** In the order of their places. */
  private views: PastView[] = [];
  private byProduct = new Map<string, PastView[]>();
  private unstored: PastView[] = [];

  /** Reads what was stored. */
  static async load(state: State): Promise<PastViews> {
    const past = new PastViews();
    for (let from = PREFIX; ; ) {
      const page = await state.range('catalogue', { from, to: `${PREFIX}\u{10ffff}`, limit: PAGE });
      for (const [key, text] of page) {
        const place = Number(key.slice(PREFIX.length, PREFIX.length + PLACE_DIGITS));
        const product = key.slice(PREFIX.length + PLACE_DIGITS + 1);
        past.keep({ place, product, view: (JSON.parse(text) as CatalogueProduct | null) ?? undefined });
      }
      const last = page.at(-1);
      if (!last || page.length < PAGE) return past;
      from = `${last[0]}\0`;
    }
  }

  /** Notes what a product was before the change at a place, which is later than all before. */
  note(place: number, product: string, view: CatalogueProduct | undefined): void {
    const past = { place, product, view };
    this.keep(past);
    this.unstored.push(past);
  }

  /** What a product was at a place, before anything that happened there; `now` where it has not changed since. */
  at(place: number, product: string, now: CatalogueProduct | undefined): CatalogueProduct | undefined {
    const past = this.byProduct.get(product)?.find((each) => each.place >= place);
    return past ? past.view : now;
  }

  /** Nothing before this place is folded again. What has to be written and deleted since the last call. */
  takeChanges(from: number): Change[] {
    const changes: Change[] = [];
    const isNew = new Set(this.unstored);
    let gone = 0;
    for (; gone < this.views.length && this.views[gone]!.place < from; gone++) {
      const past = this.views[gone]!;
      const rest = this.byProduct.get(past.product)!.slice(1);
      if (rest.length > 0) this.byProduct.set(past.product, rest);
      else this.byProduct.delete(past.product);
      if (isNew.has(past)) isNew.delete(past);
      else changes.push({ collection: 'catalogue', key: keyOf(past), value: undefined });
    }
    this.views = gone > 0 ? this.views.slice(gone) : this.views;
    for (const past of isNew)
      changes.push({ collection: 'catalogue', key: keyOf(past), value: JSON.stringify(past.view ?? null) });
    this.unstored = [];
    return changes;
  }

  private keep(past: PastView): void {
    this.views.push(past);
    const known = this.byProduct.get(past.product);
    if (known) known.push(past);
    else this.byProduct.set(past.product, [past]);
  }
}

function keyOf({ place, product }: PastView): string {
  return `${PREFIX}${String(place).padStart(PLACE_DIGITS, '0')}/${product}`;
}
