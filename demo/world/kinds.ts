/** A sort of thing that the shop sells; ten to a dozen products are drawn from each. */
export interface Kind {
  readonly department: string;
  readonly name: string;
  /** What a single one is called. */
  readonly noun: string;
  readonly lowEuro: number;
  readonly highEuro: number;
  /** How much of the department's demand goes here. */
  readonly weight: number;
  /** Days after which a buyer needs a new one; 0 for things that last. */
  readonly cycleDays: number;
  /** The kinds that go into the same basket. */
  readonly goesWith: readonly string[];
  readonly shape: Shape;
}

/** How pictures draw it. */
export type Shape =
  | 'mat'
  | 'garment'
  | 'legs'
  | 'shoe'
  | 'ball'
  | 'bottle'
  | 'block'
  | 'bag'
  | 'jar'
  | 'gear';

type Row = readonly [string, string, number, number, number, number, readonly string[], Shape];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  Yoga: [
    ['Yoga Mats', 'Mat', 25, 120, 10, 0, ['Yoga Blocks', 'Mat Care', 'Yoga Straps'], 'mat'],
    ['Yoga Leggings', 'Leggings', 45, 110, 10, 0, ['Yoga Tops', 'Yoga Bras'], 'legs'],
    ['Yoga Shorts', 'Shorts', 35, 95, 7, 0, ['Yoga Tops', 'Yoga Bras'], 'legs'],
    ['Yoga Tops', 'Top', 25, 75, 7, 0, ['Yoga Leggings', 'Yoga Shorts'], 'garment'],
    ['Yoga Bras', 'Bra', 30, 70, 5, 0, ['Yoga Leggings'], 'garment'],
    ['Yoga Blocks', 'Block', 9, 35, 5, 0, ['Yoga Mats', 'Yoga Straps'], 'block'],
    ['Yoga Straps', 'Strap', 8, 25, 3, 0, ['Yoga Mats', 'Yoga Blocks'], 'gear'],
    ['Bolsters', 'Bolster', 35, 90, 3, 0, ['Yoga Blankets'], 'block'],
    ['Yoga Blankets', 'Blanket', 25, 80, 2, 0, ['Bolsters'], 'mat'],
    ['Mat Care', 'Mat Spray', 8, 19, 4, 60, ['Yoga Mats'], 'bottle'],
  ],
  Running: [
    ['Road Shoes', 'Road Shoe', 80, 190, 12, 240, ['Running Socks', 'Insoles'], 'shoe'],
    ['Trail Shoes', 'Trail Shoe', 90, 200, 7, 300, ['Running Socks', 'Running Vests'], 'shoe'],
    ['Running Shorts', 'Running Shorts', 25, 75, 6, 0, ['Running Shirts'], 'legs'],
    ['Running Shirts', 'Running Shirt', 20, 70, 7, 0, ['Running Shorts'], 'garment'],
    ['Running Jackets', 'Running Jacket', 60, 220, 4, 0, ['Running Tights'], 'garment'],
    ['Running Tights', 'Tights', 40, 110, 5, 0, ['Running Shirts'], 'legs'],
    ['Running Socks', 'Socks', 8, 25, 6, 180, ['Road Shoes'], 'garment'],
    ['Insoles', 'Insole', 15, 60, 2, 200, ['Road Shoes'], 'shoe'],
    ['Running Vests', 'Running Vest', 50, 150, 2, 0, ['Flasks'], 'bag'],
    ['Flasks', 'Flask', 12, 40, 3, 0, ['Energy Gels'], 'bottle'],
  ],
  Fitness: [
    ['Dumbbells', 'Dumbbell', 15, 160, 6, 0, ['Training Gloves', 'Exercise Mats'], 'gear'],
    ['Kettlebells', 'Kettlebell', 20, 120, 4, 0, ['Training Gloves'], 'gear'],
    ['Resistance Bands', 'Band Set', 10, 50, 6, 0, ['Exercise Mats'], 'gear'],
    ['Exercise Mats', 'Exercise Mat', 18, 80, 5, 0, ['Resistance Bands'], 'mat'],
    ['Training Shirts', 'Training Shirt', 18, 65, 6, 0, ['Training Shorts'], 'garment'],
    ['Training Shorts', 'Training Shorts', 20, 65, 5, 0, ['Training Shirts'], 'legs'],
    ['Training Gloves', 'Gloves', 15, 45, 2, 0, ['Dumbbells'], 'garment'],
    ['Gym Bags', 'Gym Bag', 30, 120, 3, 0, ['Bottles'], 'bag'],
    ['Bottles', 'Bottle', 10, 45, 4, 0, ['Protein Powder'], 'bottle'],
  ],
  Outdoor: [
    ['Hiking Boots', 'Hiking Boot', 90, 280, 7, 0, ['Hiking Socks', 'Shoe Care'], 'shoe'],
    ['Rain Jackets', 'Rain Jacket', 80, 350, 6, 0, ['Hiking Trousers'], 'garment'],
    ['Hiking Trousers', 'Trousers', 50, 160, 4, 0, ['Base Layers'], 'legs'],
    ['Backpacks', 'Backpack', 45, 260, 5, 0, ['Water Filters', 'Rain Jackets'], 'bag'],
    ['Tents', 'Tent', 120, 600, 2, 0, ['Sleeping Bags'], 'gear'],
    ['Sleeping Bags', 'Sleeping Bag', 70, 380, 2, 0, ['Tents'], 'mat'],
    ['Hiking Socks', 'Hiking Socks', 12, 30, 4, 200, ['Hiking Boots'], 'garment'],
    ['Base Layers', 'Base Layer', 35, 110, 3, 0, ['Hiking Trousers'], 'garment'],
    ['Water Filters', 'Water Filter', 25, 90, 1, 120, ['Backpacks'], 'bottle'],
    ['Shoe Care', 'Shoe Wax', 7, 16, 2, 120, ['Hiking Boots'], 'jar'],
  ],
  Cycling: [
    ['Helmets', 'Helmet', 50, 240, 4, 0, ['Cycling Gloves'], 'ball'],
    ['Jerseys', 'Jersey', 40, 140, 5, 0, ['Bib Shorts'], 'garment'],
    ['Bib Shorts', 'Bib Shorts', 60, 200, 4, 0, ['Jerseys'], 'legs'],
    ['Cycling Gloves', 'Cycling Gloves', 18, 60, 3, 0, ['Helmets'], 'garment'],
    ['Tyres', 'Tyre', 25, 75, 4, 180, ['Inner Tubes'], 'ball'],
    ['Inner Tubes', 'Inner Tube', 5, 18, 3, 90, ['Tyres'], 'ball'],
    ['Chain Care', 'Chain Oil', 7, 22, 2, 60, ['Tyres'], 'bottle'],
  ],
  Swimming: [
    ['Swimsuits', 'Swimsuit', 30, 95, 5, 0, ['Goggles', 'Swim Caps'], 'garment'],
    ['Swim Shorts', 'Swim Shorts', 20, 60, 4, 0, ['Goggles'], 'legs'],
    ['Goggles', 'Goggles', 12, 55, 4, 240, ['Swim Caps'], 'gear'],
    ['Swim Caps', 'Swim Cap', 6, 20, 2, 0, ['Goggles'], 'ball'],
  ],
  Nutrition: [
    ['Protein Powder', 'Protein', 22, 60, 9, 30, ['Shakers', 'Bars'], 'jar'],
    ['Bars', 'Bar Box', 15, 40, 7, 21, ['Protein Powder'], 'block'],
    ['Energy Gels', 'Gel Box', 18, 45, 5, 28, ['Electrolytes'], 'bottle'],
    ['Electrolytes', 'Electrolyte Tabs', 6, 20, 5, 28, ['Energy Gels'], 'jar'],
    ['Vitamins', 'Vitamin Capsules', 9, 35, 5, 60, ['Protein Powder'], 'jar'],
    ['Shakers', 'Shaker', 7, 22, 2, 0, ['Protein Powder'], 'bottle'],
  ],
  Recovery: [
    ['Foam Rollers', 'Foam Roller', 18, 70, 5, 0, ['Massage Balls'], 'block'],
    ['Massage Balls', 'Massage Ball', 6, 25, 4, 0, ['Foam Rollers'], 'ball'],
    ['Kinesiology Tape', 'Tape', 6, 18, 3, 45, ['Warming Balms'], 'gear'],
    ['Warming Balms', 'Balm', 8, 24, 3, 45, ['Kinesiology Tape'], 'jar'],
  ],
};

/** Every kind of thing, department by department. */
export const KINDS: readonly Kind[] = Object.entries(ROWS).flatMap(([department, rows]) =>
  rows.map(([name, noun, lowEuro, highEuro, weight, cycleDays, goesWith, shape]) => ({
    department,
    name,
    noun,
    lowEuro,
    highEuro,
    weight,
    cycleDays,
    goesWith,
    shape,
  })),
);

/** The top of the category tree, in the order of the menu. */
export const DEPARTMENTS: readonly string[] = Object.keys(ROWS);
