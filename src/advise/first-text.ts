/** The first of several texts that says something. */
export const firstText = (...texts: readonly (string | undefined)[]): string | undefined =>
  texts.map((text) => text?.trim()).find((text) => text !== undefined && text !== '')
