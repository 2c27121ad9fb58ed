/** The next of 1, 2, 5, 10, 20 ... that is not below: where the scale of a chart ends. */
export function scaleOf(most: number): number {
  if (most <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= most) ?? most;
}
