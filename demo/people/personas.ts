/** A way of being a customer. The numbers are causes: what is seen in the data follows from them. */
export interface Persona {
  readonly id: string;
  /** Share of people. */
  readonly share: number;
  /** Departments by weight; the rest of the shop gets a little of everybody. */
  readonly departments: Readonly<Record<string, number>>;
  /** 0: looks at no price; 1: buys on sale. */
  readonly priceSensitivity: number;
  readonly visits: number;
  readonly buys: number;
  readonly stores: number;
  /** How strongly messages work. */
  readonly responds: number;
  /** The share of the first weeks' activity that stays for good. */
  readonly stays: number;
  readonly hasApp: number;
  readonly age: readonly [number, number];
}

export const PERSONAS: readonly Persona[] = [
  persona('yogi', 0.2, { Yoga: 6, Recovery: 1.5, Nutrition: 1 }, 0.4, 1.2, 1.15, 1, 1.3, 0.42, 0.4, [24, 58]),
  persona(
    'runner',
    0.2,
    { Running: 6, Nutrition: 2, Recovery: 1 },
    0.4,
    1.15,
    1.1,
    0.9,
    1.1,
    0.45,
    0.45,
    [20, 55],
  ),
  persona(
    'lifter',
    0.16,
    { Fitness: 5.5, Nutrition: 3, Recovery: 1 },
    0.5,
    1.1,
    1,
    0.8,
    0.9,
    0.4,
    0.45,
    [18, 40],
  ),
  persona(
    'hiker',
    0.13,
    { Outdoor: 6.5, Running: 1.5, Recovery: 0.5 },
    0.35,
    0.8,
    1.1,
    1.4,
    1,
    0.38,
    0.2,
    [28, 68],
  ),
  persona(
    'cyclist',
    0.1,
    { Cycling: 6.5, Nutrition: 1.5, Outdoor: 0.5 },
    0.4,
    1,
    1,
    0.9,
    0.9,
    0.4,
    0.35,
    [22, 60],
  ),
  persona(
    'swimmer',
    0.06,
    { Swimming: 6, Fitness: 1.5, Recovery: 1 },
    0.45,
    0.8,
    0.95,
    1,
    1,
    0.36,
    0.25,
    [18, 65],
  ),
  persona(
    'bargain hunter',
    0.08,
    { Fitness: 1, Running: 1, Yoga: 1 },
    0.95,
    1.3,
    0.75,
    0.9,
    1.5,
    0.34,
    0.3,
    [20, 60],
  ),
  persona(
    'gift giver',
    0.07,
    { Yoga: 1, Outdoor: 1, Nutrition: 1 },
    0.3,
    0.5,
    1.3,
    1.1,
    0.7,
    0.2,
    0.1,
    [30, 70],
  ),
];

export const PERSONA_SHARES: readonly number[] = PERSONAS.map((one) => one.share);

function persona(
  id: string,
  share: number,
  departments: Readonly<Record<string, number>>,
  priceSensitivity: number,
  visits: number,
  buys: number,
  stores: number,
  responds: number,
  stays: number,
  hasApp: number,
  age: readonly [number, number],
): Persona {
  return { id, share, departments, priceSensitivity, visits, buys, stores, responds, stays, hasApp, age };
}
