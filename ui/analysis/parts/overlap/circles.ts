/** A circle of the drawing. */
export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

const RADIUS_MAX = 90;
const GRID = 120;
const STEPS = 40;

/**
 * Circles whose areas are as the sets, and whose overlaps, two by two, are as those of the sets. Three circles cannot show every
 * overlap of three sets exactly; the numbers are what counts.
 * @param sizes of each set, and @param both of each two, by `i,j` with i < j
 */
export function circlesOf(sizes: readonly number[], both: (i: number, j: number) => number): Circle[] {
  const most = Math.max(1, ...sizes);
  const radii = sizes.map((size) => Math.max(6, RADIUS_MAX * Math.sqrt(size / most)));
  const scale = (Math.PI * RADIUS_MAX ** 2) / most;
  const apart = (i: number, j: number): number =>
    distanceOf(radii[i]!, radii[j]!, both(Math.min(i, j), Math.max(i, j)) * scale);
  const circles: Circle[] = [{ x: 0, y: 0, r: radii[0] ?? 0 }];
  if (sizes.length > 1) circles.push({ x: apart(0, 1), y: 0, r: radii[1]! });
  if (sizes.length > 2) {
    const [a, b, c] = [apart(0, 1), apart(0, 2), apart(1, 2)];
    // By the law of cosines; where the three distances make no triangle, the third stands as near as it can.
    const x = a > 0 ? (a * a + b * b - c * c) / (2 * a) : 0;
    const y = Math.sqrt(Math.max(0, b * b - x * x));
    circles.push({ x, y, r: radii[2]! });
  }
  return circles;
}

/** The area that two circles share, so far apart. */
export function sharedArea(r: number, s: number, distance: number): number {
  if (distance >= r + s) return 0;
  if (distance <= Math.abs(r - s)) return Math.PI * Math.min(r, s) ** 2;
  const [d, rr, ss] = [distance, r * r, s * s];
  const a = rr * Math.acos((d * d + rr - ss) / (2 * d * r));
  const b = ss * Math.acos((d * d + ss - rr) / (2 * d * s));
  const c = 0.5 * Math.sqrt((-d + r + s) * (d + r - s) * (d - r + s) * (d + r + s));
  return a + b - c;
}

/** How far apart two circles share an area: halved until it fits. */
function distanceOf(r: number, s: number, area: number): number {
  if (area <= 0) return r + s + 4;
  let [near, far] = [Math.abs(r - s), r + s];
  for (let i = 0; i < STEPS; i++) {
    const middle = (near + far) / 2;
    if (sharedArea(r, s, middle) > area) near = middle;
    else far = middle;
  }
  return (near + far) / 2;
}

/** Where the number of a region stands: the point within these circles and no others that is farthest from every edge, with how far that is; undefined where there is none. */
export function middleOf(
  circles: readonly Circle[],
  within: readonly number[],
): { x: number; y: number; room: number } | undefined {
  const box = boxOf(circles);
  let best: { x: number; y: number; room: number } | undefined;
  for (let i = 0; i <= GRID; i++)
    for (let j = 0; j <= GRID; j++) {
      const x = box.x + (box.width * i) / GRID;
      const y = box.y + (box.height * j) / GRID;
      const room = Math.min(
        ...circles.map((circle, k) => {
          const inside = circle.r - Math.hypot(x - circle.x, y - circle.y);
          return within.includes(k) ? inside : -inside;
        }),
      );
      if (room > 0 && (!best || room > best.room)) best = { x, y, room };
    }
  return best;
}

/** The box around all circles. */
export function boxOf(circles: readonly Circle[]): { x: number; y: number; width: number; height: number } {
  const x = Math.min(...circles.map((circle) => circle.x - circle.r));
  const y = Math.min(...circles.map((circle) => circle.y - circle.r));
  const right = Math.max(...circles.map((circle) => circle.x + circle.r));
  const bottom = Math.max(...circles.map((circle) => circle.y + circle.r));
  return { x, y, width: right - x, height: bottom - y };
}
