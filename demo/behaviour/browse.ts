import type { Person } from '../people/person.ts';
import { productWire, viewedWire } from '../wire/product-wire.ts';
import type { Product } from '../world/products.ts';
import { slug } from '../world/products.ts';
import { draw, isSoldOut } from '../world/world.ts';
import { heroOf } from './intent.ts';
import { pickDepartment, pickProduct } from './taste.ts';
import { open, pause, track, type Visit } from './visit.ts';

const LIST_PRODUCTS = 4;
const SEARCH_SHARE = 0.16;
const MISSPELT_SHARE = 0.07;
const FRUITLESS = ['ski goggles', 'surfboard', 'tennis racket', 'golf balls', 'gift card 500', 'darts'];
const HERO_CLICK_SHARE = 0.05;

/** The first page: the home page, a department, or the product that the link was about. */
export function land(visit: Visit): void {
  const { cause } = visit;
  if (visit.source === 'app') {
    track(visit, 'Application Opened', { from_background: visit.random.chance(0.4) }, 'page');
    visit.at += 600;
  }
  if (cause.product) look(visit, cause.product);
  else if (cause.department) browseList(visit, cause.department);
  else landHome(visit);
}

function landHome(visit: Visit): void {
  const { cause } = visit;
  open(visit, 'Home', '/');
  const hero = heroOf(visit.stage.world.seed, visit.person, cause);
  if (hero === undefined || visit.source === 'app') return;
  const promotion = {
    promotion_id: 'hero-spring',
    creative: hero,
    name: 'Spring hero',
    position: 'home top',
  };
  visit.at += 400;
  track(visit, 'Promotion Viewed', promotion, 'promotion', undefined, undefined, hero);
  if (!visit.random.chance(HERO_CLICK_SHARE)) return;
  pause(visit, 12);
  track(visit, 'Promotion Clicked', promotion, 'promotion', undefined, undefined, `${hero} clicked`);
}

/** Looks at so many products, by lists and by searching. Returns them, the last one last. */
export function browse(visit: Visit, count: number): Product[] {
  const seen: Product[] = visit.cause.product ? [visit.cause.product] : [];
  let department = visit.cause.department;
  for (let i = 0; i < count; i++) {
    pause(visit, 38);
    if (visit.random.chance(SEARCH_SHARE)) {
      const found = search(visit);
      if (!found) continue;
      pause(visit, 18);
      look(visit, found);
      seen.push(found);
      continue;
    }
    if (department === undefined || visit.random.chance(0.22)) {
      department = wanted(visit.person) ?? pickDepartment(visit.person);
      browseList(visit, department);
      pause(visit, 25);
    }
    const product =
      wantedProduct(visit, department) ?? pickProduct(visit.stage.world, visit.person, department, visit.at);
    look(visit, product);
    seen.push(product);
  }
  return seen;
}

/** Opens a product's page. */
export function look(visit: Visit, product: Product): void {
  open(visit, product.name, product.path);
  visit.at += 350;
  const isOut = isSoldOut(product, visit.at);
  track(
    visit,
    'Product Viewed',
    viewedWire(product, visit.person.country, visit.at, isOut),
    'viewed',
    product,
  );
}

function browseList(visit: Visit, department: string): void {
  const shelf = visit.stage.world.productsByDepartment.get(department)!;
  const path = `/${slug(department)}`;
  open(visit, department, path);
  visit.at += 300;
  const products = [];
  const country = visit.person.country;
  for (let i = 1; i <= LIST_PRODUCTS; i++)
    products.push(productWire(draw(shelf, visit.random), country, visit.at, i));
  track(visit, 'Product List Viewed', { list_id: path.slice(1), category: department, products }, 'listed');
}

function search(visit: Visit): Product | undefined {
  const { random, stage, person } = visit;
  if (random.chance(0.06)) {
    query(visit, random.pick(FRUITLESS), 0);
    return undefined;
  }
  const department = visit.cause.department ?? pickDepartment(person);
  const product = pickProduct(stage.world, person, department, visit.at);
  const words = random.chance(0.7) ? product.kind.name.toLowerCase() : product.name.toLowerCase();
  query(visit, random.chance(MISSPELT_SHARE) ? misspell(words, random.below(words.length - 1)) : words, 10);
  return product;
}

function query(visit: Visit, words: string, resultCount: number): void {
  open(visit, 'Search', '/search', `?q=${encodeURIComponent(words)}`);
  visit.at += 250;
  track(
    visit,
    'Products Searched',
    { query: words, results: resultCount },
    'searched',
    undefined,
    undefined,
    words,
  );
}

function misspell(words: string, at: number): string {
  return words.slice(0, at) + words.charAt(at + 1) + words.charAt(at) + words.slice(at + 2);
}

/** What somebody needs again is what she looks for first. */
function wanted(person: Person): string | undefined {
  return person.runsOut && person.random.chance(0.3) ? person.runsOut.kind.department : undefined;
}

function wantedProduct(visit: Visit, department: string): Product | undefined {
  const { runsOut, runsOutAt, random } = visit.person;
  const isDue =
    runsOut !== undefined && runsOut.kind.department === department && visit.at > runsOutAt - 6 * 86_400_000;
  return isDue && random.chance(0.6) ? runsOut : undefined;
}
