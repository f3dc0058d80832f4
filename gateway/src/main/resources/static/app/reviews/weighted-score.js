/**
 * The weighted score on 0–100 as the service computes it: two decimals, half to even.
 * Null while a criterion has no score between 0 and 10.
 */
export function weightedScore(rubric, scores) {
  const weights = rubric.reduce((sum, { weight }) => sum + weight, 0);
  const complete = rubric.every(({ criterion }) => scores[criterion] >= 0 && scores[criterion] <= 10);
  if (!complete || weights === 0) return null;
  const hundredths = rubric.reduce((sum, { criterion, weight }) => sum + scores[criterion] * weight, 0) * 1_000;
  const whole = Math.floor(hundredths / weights);
  const rest = hundredths - whole * weights;
  const up = rest * 2 > weights || (rest * 2 === weights && whole % 2 === 1);
  return (whole + (up ? 1 : 0)) / 100;
}
