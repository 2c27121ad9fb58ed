/** Why a value that was there stayed, in words. */
const RULES: Record<string, string> = {
  source_priority: "What was there came from a source that counts more",
  newer: "What was there is newer",
  fill_empty: "The column could only fill empty fields",
  never: "The column was set never to write",
};

export function ruleWords(rule: string): string {
  return RULES[rule] ?? rule;
}
