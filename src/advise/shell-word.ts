/** The word if a shell takes it as it is, else the stand-in. */
export const shellWord = (word: string | undefined, standIn: string): string =>
  word && /^[\w+=,.@:/][\w+=,.@:/-]*$/.test(word) ? word : standIn
