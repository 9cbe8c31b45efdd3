/** A decimal number, as AWS takes it: "12", "-0.5"; undefined for "12abc" or the empty text. */
export const readNumber = (text: string): number | undefined =>
  /^[+-]?(\d{1,40}(\.\d{0,40})?|\.\d{1,40})$/.test(text.trim()) ? Number(text) : undefined
