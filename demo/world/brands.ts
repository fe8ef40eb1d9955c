/** An invented maker: where it is at home, and how dear it is (1 is the middle). */
export interface Brand {
  readonly name: string;
  readonly departments: readonly string[];
  readonly priceFactor: number;
  /** How well known it is. */
  readonly weight: number;
}

/** The name of the shop; it has a brand of its own as well. */
export const SHOP_NAME = 'Halden & Moss';
/** Where its site would be; a name that nobody can register (RFC 2606). */
export const SHOP_HOST = 'www.haldenmoss.example';

const all = ['Yoga', 'Running', 'Fitness', 'Outdoor', 'Cycling', 'Swimming', 'Nutrition', 'Recovery'];

export const BRANDS: readonly Brand[] = [
  { name: 'Moss Basics', departments: all, priceFactor: 0.75, weight: 6 },
  { name: 'Sundari Vale', departments: ['Yoga', 'Recovery'], priceFactor: 1.3, weight: 5 },
  { name: 'Calyrre', departments: ['Yoga', 'Swimming'], priceFactor: 1.1, weight: 4 },
  { name: 'Pranavik', departments: ['Yoga', 'Fitness'], priceFactor: 0.95, weight: 3 },
  { name: 'Velostrid', departments: ['Running', 'Cycling'], priceFactor: 1.25, weight: 5 },
  { name: 'Kestrelle', departments: ['Running', 'Fitness'], priceFactor: 1.05, weight: 4 },
  { name: 'Tarn & Tor', departments: ['Outdoor', 'Running'], priceFactor: 1.2, weight: 4 },
  { name: 'Norrskarv', departments: ['Outdoor', 'Swimming'], priceFactor: 1.35, weight: 3 },
  { name: 'Brannulf', departments: ['Fitness', 'Outdoor'], priceFactor: 0.9, weight: 3 },
  { name: 'Ostravel', departments: ['Cycling', 'Outdoor'], priceFactor: 1.1, weight: 3 },
  { name: 'Delphira', departments: ['Swimming', 'Fitness'], priceFactor: 1, weight: 2 },
  { name: 'Nutrava', departments: ['Nutrition'], priceFactor: 1.1, weight: 4 },
  { name: 'Graanveld', departments: ['Nutrition'], priceFactor: 0.85, weight: 3 },
  { name: 'Restoria Labs', departments: ['Recovery', 'Nutrition'], priceFactor: 1.15, weight: 3 },
];

/** Names of product lines, invented or plain words. */
export const LINES: readonly string[] = [
  'Aurel',
  'Brisk',
  'Cirrus',
  'Dune',
  'Ember',
  'Fjell',
  'Glade',
  'Haven',
  'Isla',
  'Juno',
  'Kite',
  'Lumen',
  'Marlow',
  'Nimbus',
  'Onda',
  'Petra',
  'Quill',
  'Rowan',
  'Sol',
  'Terra',
  'Umbra',
  'Vesper',
  'Willow',
  'Yarrow',
  'Zephyr',
  'Alder',
  'Birch',
  'Coral',
  'Delta',
  'Echo',
];
