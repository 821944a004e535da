export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** By how much the least-squares line through the points (x, y) rises from the first x to the last. */
export function growth(points: readonly (readonly [number, number])[]): number {
  const xs = points.map(([x]) => x);
  const centre = { x: mean(xs), y: mean(points.map(([, y]) => y)) };
  let products = 0;
  let squares = 0;
  for (const [x, y] of points) {
    products += (x - centre.x) * (y - centre.y);
    squares += (x - centre.x) ** 2;
  }
  return squares === 0 ? 0 : (products / squares) * (xs.at(-1)! - xs[0]!);
}
