import { SHOP_NAME } from './brands.ts';
import { COUNTRIES } from './countries.ts';

/** A shop with a door. */
export interface Store {
  readonly id: string;
  readonly index: number;
  readonly name: string;
  readonly city: string;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Gives classes, which offers can point to. */
  readonly hasStudio: boolean;
}

const PLACES: Readonly<Record<string, readonly (readonly [string, number, number])[]>> = {
  DE: [
    ['Berlin Mitte', 52.523, 13.402],
    ['Berlin Neukölln', 52.481, 13.435],
    ['Hamburg', 53.551, 9.994],
    ['München', 48.137, 11.575],
    ['Köln', 50.938, 6.96],
    ['Frankfurt am Main', 50.111, 8.682],
    ['Stuttgart', 48.776, 9.183],
    ['Leipzig', 51.34, 12.375],
    ['Dresden', 51.05, 13.737],
    ['Nürnberg', 49.452, 11.077],
    ['Freiburg', 47.999, 7.842],
    ['Bremen', 53.079, 8.802],
  ],
  FR: [
    ['Paris Marais', 48.859, 2.359],
    ['Paris Bercy', 48.833, 2.386],
    ['Lyon', 45.764, 4.836],
    ['Marseille', 43.297, 5.37],
    ['Toulouse', 43.605, 1.444],
    ['Nantes', 47.218, -1.554],
    ['Bordeaux', 44.838, -0.579],
    ['Lille', 50.629, 3.057],
  ],
  GB: [
    ['London Soho', 51.513, -0.136],
    ['London Hackney', 51.545, -0.055],
    ['Manchester', 53.481, -2.242],
    ['Birmingham', 52.486, -1.89],
    ['Bristol', 51.455, -2.588],
    ['Leeds', 53.801, -1.549],
    ['Edinburgh', 55.953, -3.188],
    ['Brighton', 50.823, -0.137],
  ],
  NL: [
    ['Amsterdam', 52.373, 4.893],
    ['Rotterdam', 51.924, 4.478],
    ['Utrecht', 52.09, 5.122],
    ['Eindhoven', 51.441, 5.47],
  ],
  AT: [
    ['Wien', 48.208, 16.373],
    ['Graz', 47.07, 15.439],
    ['Salzburg', 47.81, 13.055],
  ],
  CH: [
    ['Zürich', 47.377, 8.541],
    ['Bern', 46.948, 7.447],
    ['Basel', 47.56, 7.588],
  ],
  ES: [
    ['Madrid', 40.417, -3.704],
    ['Barcelona', 41.387, 2.17],
  ],
};

/** Forty stores in seven countries. */
export const STORES: readonly Store[] = COUNTRIES.flatMap((country) =>
  PLACES[country.code]!.map((place) => ({ place, country: country.code })),
).map(({ place: [city, latitude, longitude], country }, index) => ({
  id: `S${String(index + 1).padStart(2, '0')}`,
  index,
  name: `${SHOP_NAME} ${city}`,
  city: city.split(' ')[0] === 'Frankfurt' ? city : city.split(' ')[0]!,
  country,
  latitude,
  longitude,
  hasStudio: index % 3 === 0,
}));

/** The stores of a country. */
export function storesOf(country: string): Store[] {
  return STORES.filter((store) => store.country === country);
}
