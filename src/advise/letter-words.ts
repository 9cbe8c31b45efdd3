// Sentences and words of the message to an administrator, which has to stay short.

/** A sentence ends with a full stop before a blank and a capital letter: "iam:PassRole. It" but not "s3.amazonaws.com". */
export const sentencesOf = (text: string): readonly string[] =>
  text === '' ? [] : text.split(/(?<=[.?!])\s+(?=[A-Z“`])/)

/** Its first sentence. */
export const firstSentence = (text: string): string => sentencesOf(text)[0] ?? text

/** How many words it has. */
export const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length

/** As many of the lines, in order, as fit into so many words. */
export function fitting(lines: readonly string[], words: number): readonly string[] {
  let left = words
  const taken: string[] = []
  for (const line of new Set(lines)) {
    left -= wordsIn(line)
    if (left < 0) break
    taken.push(line)
  }
  return taken
}
