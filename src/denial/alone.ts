const words =
  /^(?:thanks?|regards|cheers|hi|hello|help|errors?|failed|failure|done|exit|end|ok|null|true|false|status|code|note|edit|update|see|also|but|what|why|how|and|or|because|with|is|on)[.:!?,]?$/i

/** Can this word be alone on a line of a letter or a log? */
export const isAlone = (word: string): boolean => words.test(word)
