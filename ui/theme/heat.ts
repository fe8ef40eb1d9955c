/** The ground and the ink of one step of heat. */
type Step = readonly [ground: string, ink: string];

const LIGHT: readonly Step[] = [
  ['#eff6fc', '#111111'],
  ['#d9e9f7', '#111111'],
  ['#bcd8f0', '#111111'],
  ['#97c2e6', '#111111'],
  ['#6ca8d9', '#111111'],
  ['#2f6fab', '#ffffff'],
  ['#0b4f8a', '#ffffff'],
];
const DARK: readonly Step[] = [
  ['#18242f', '#eef4fa'],
  ['#1f3447', '#eef4fa'],
  ['#28486a', '#eef4fa'],
  ['#33608d', '#eef4fa'],
  ['#5a9ad6', '#0a1520'],
  ['#86bdf0', '#0a1520'],
  ['#b5dafc', '#0a1520'],
];

/** Seven steps of heat with fixed ink, each of at least 5.2 to 1: a continuous ramp fails in its middle. */
export const HEAT = { light: variablesOf(LIGHT), dark: variablesOf(DARK) };

function variablesOf(steps: readonly Step[]): Record<string, string> {
  return Object.fromEntries(
    steps.flatMap(([ground, ink], i) => [
      [`--heat-${i + 1}`, ground],
      [`--heat-ink-${i + 1}`, ink],
    ]),
  );
}
