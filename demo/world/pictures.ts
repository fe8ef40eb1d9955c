import { hex8, shareOf } from '../random.ts';
import type { Shape } from './kinds.ts';
import type { Product } from './products.ts';

/** The outline of each shape on a field of 200 by 200; a fill is put in. */
const OUTLINES: Readonly<Record<Shape, string>> = {
  mat: '<path d="M30 140 L110 60 L170 90 L90 170 Z"/><circle cx="38" cy="132" r="16"/>',
  garment: '<path d="M70 40 L130 40 L170 75 L150 100 L135 88 L135 165 L65 165 L65 88 L50 100 L30 75 Z"/>',
  legs: '<path d="M65 35 L135 35 L150 165 L112 165 L100 85 L88 165 L50 165 Z"/>',
  shoe: '<path d="M30 120 L60 80 L85 100 L165 122 Q178 130 175 148 L30 148 Z"/>',
  ball: '<circle cx="100" cy="100" r="62"/><path d="M45 80 Q100 115 155 80" fill="none" stroke="#fff" stroke-width="6"/>',
  bottle: '<path d="M85 30 L115 30 L115 55 Q135 65 135 90 L135 170 L65 170 L65 90 Q65 65 85 55 Z"/>',
  block: '<path d="M40 80 L140 60 L165 85 L165 135 L65 155 L40 130 Z"/>',
  bag: '<path d="M60 70 Q100 10 140 70 L150 165 L50 165 Z M75 70 L125 70 Q100 38 75 70 Z" fill-rule="evenodd"/>',
  jar: '<rect x="62" y="40" width="76" height="22" rx="5"/><rect x="55" y="66" width="90" height="104" rx="12"/>',
  gear: '<path d="M40 90 H60 V70 H75 V92 H125 V70 H140 V90 H160 V110 H140 V130 H125 V108 H75 V130 H60 V110 H40 Z"/>',
};

/** The picture of a product as an SVG document, drawn from its shape and its own colours. */
export function pictureOf(product: Product, seed: number): string {
  const hue = Math.floor(shareOf(seed, 'hue', product.index) * 360);
  const pattern = hex8(product.index).slice(-2);
  const title = `${product.name}, ${product.brand}`.replaceAll('&', '&amp;');
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" role="img">',
    `<title>${title}</title>`,
    `<defs><linearGradient id="g${pattern}" x2="0" y2="1">`,
    `<stop stop-color="hsl(${hue} 45% 55%)"/><stop offset="1" stop-color="hsl(${(hue + 40) % 360} 50% 35%)"/>`,
    '</linearGradient></defs>',
    `<rect width="200" height="200" fill="hsl(${hue} 30% 94%)"/>`,
    `<g fill="url(#g${pattern})">${OUTLINES[product.kind.shape]}</g>`,
    '</svg>\n',
  ].join('');
}
